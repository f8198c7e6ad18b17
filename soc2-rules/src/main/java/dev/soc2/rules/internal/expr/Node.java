package dev.soc2.rules.internal.expr;

import java.util.List;
import java.util.Optional;

/** A checked expression: names are resolved, operations chosen, types known. */
sealed interface Node {

    ExprType type();

    <R> R accept(Visitor<R> visitor);

    /** One method for each form that has a value. */
    interface Visitor<R> {
        R constant(Constant node);

        R read(Read node);

        R present(Present node);

        R slot(Slot node);

        R listing(Listing node);

        R mapping(Mapping node);

        R entry(Entry node);

        R hasEntry(HasEntry node);

        R element(Element node);

        R not(Not node);

        R logic(Logic node);

        R choice(Choice node);

        R compare(Compare node);

        R apply1(Apply1 node);

        R apply2(Apply2 node);

        R coerce(Coerce node);

        R loop(Loop node);
    }

    /** A value known now. */
    record Constant(Object value, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A field of the item. */
    record Read(FieldPath path, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.read(this);
        }
    }

    /** Whether a field of the item is there. */
    record Present(FieldPath path, ExprType fieldType) implements Node {
        @Override
        public ExprType type() {
            return ExprType.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.present(this);
        }
    }

    /** The variable of a macro. */
    record Slot(int index, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.slot(this);
        }
    }

    /** A list made of parts. */
    record Listing(List<Node> elements, ExprType type) implements Node {
        public Listing {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listing(this);
        }
    }

    /** A map made of parts. */
    record Mapping(List<Node> keys, List<Node> values, ExprType type) implements Node {
        public Mapping {
            keys = List.copyOf(keys);
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapping(this);
        }
    }

    /** A map's value by a name. */
    record Entry(Node map, String key, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.entry(this);
        }
    }

    /** Whether a map has a name. */
    record HasEntry(Node map, String key) implements Node {
        @Override
        public ExprType type() {
            return ExprType.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hasEntry(this);
        }
    }

    /** A list's element by position, or a map's value by key. */
    record Element(Node container, Node index, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.element(this);
        }
    }

    /** Negation of a condition. */
    record Not(Node operand) implements Node {
        @Override
        public ExprType type() {
            return ExprType.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** Conjunction or disjunction. */
    record Logic(boolean conjunction, List<Node> operands) implements Node {
        public Logic {
            operands = List.copyOf(operands);
        }

        @Override
        public ExprType type() {
            return ExprType.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logic(this);
        }
    }

    /** One of two values. */
    record Choice(Node condition, Node then, Node otherwise, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** A comparison. */
    record Compare(Comparison operator, Node left, Node right) implements Node {
        @Override
        public ExprType type() {
            return ExprType.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** An operation on one value. */
    record Apply1(Operation.Unary operation, Node operand, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.apply1(this);
        }
    }

    /** An operation on two values. */
    record Apply2(Operation.Binary operation, Node left, Node right, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.apply2(this);
        }
    }

    /** A value taken as another type: an integer as a decimal, a value of any type as the expected one. */
    record Coerce(Node operand, ExprType type) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.coerce(this);
        }
    }

    /** A macro: its variable runs over the elements of a list or the keys of a map. */
    record Loop(
            Macro macro,
            int slot,
            ExprType elementType,
            Node range,
            Optional<Node> condition,
            Optional<Node> transform,
            ExprType type)
            implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }
}
