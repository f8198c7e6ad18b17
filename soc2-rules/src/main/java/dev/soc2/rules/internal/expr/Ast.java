package dev.soc2.rules.internal.expr;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An expression as it is written, before any name or type is known. */
sealed interface Ast {

    Span span();

    List<Ast> children();

    <R> R accept(Visitor<R> visitor);

    /** One method for each form. */
    interface Visitor<R> {
        R literal(Literal ast);

        R name(Name ast);

        R member(Member ast);

        R index(Index ast);

        R call(Call ast);

        R not(Not ast);

        R negate(Negate ast);

        R logic(Logic ast);

        R binary(Binary ast);

        R choice(Choice ast);

        R listing(Listing ast);

        R mapping(Mapping ast);
    }

    /** {@code 1}, {@code 'a'}, {@code true}: the value is a Boolean, Long, BigDecimal or String. */
    record Literal(Span span, Object value) implements Ast {
        @Override
        public List<Ast> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** {@code actor}. */
    record Name(Span span, String name) implements Ast {
        @Override
        public List<Ast> children() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** {@code operand.name}. */
    record Member(Span span, Ast operand, String name, Span nameSpan) implements Ast {
        @Override
        public List<Ast> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.member(this);
        }
    }

    /** {@code operand[index]}. */
    record Index(Span span, Ast operand, Ast index) implements Ast {
        @Override
        public List<Ast> children() {
            return List.of(operand, index);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.index(this);
        }
    }

    /** {@code name(arguments)} or {@code target.name(arguments)}. */
    record Call(Span span, Optional<Ast> target, String name, Span nameSpan, List<Ast> arguments) implements Ast {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Ast> children() {
            return Stream.concat(target.stream(), arguments.stream()).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code !operand}. */
    record Not(Span span, Ast operand) implements Ast {
        @Override
        public List<Ast> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code -operand}. */
    record Negate(Span span, Ast operand) implements Ast {
        @Override
        public List<Ast> children() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.negate(this);
        }
    }

    /** A chain of {@code &&} or of {@code ||}; flat, so that a long condition is not a deep one. */
    record Logic(Span span, boolean conjunction, List<Ast> operands) implements Ast {
        public Logic {
            operands = List.copyOf(operands);
        }

        @Override
        public List<Ast> children() {
            return operands;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logic(this);
        }
    }

    /** Comparison, arithmetic or {@code in}. */
    record Binary(Span span, String operator, Span operatorSpan, Ast left, Ast right) implements Ast {
        @Override
        public List<Ast> children() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Choice(Span span, Ast condition, Ast then, Ast otherwise) implements Ast {
        @Override
        public List<Ast> children() {
            return List.of(condition, then, otherwise);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** {@code [a, b]}. */
    record Listing(Span span, List<Ast> elements) implements Ast {
        public Listing {
            elements = List.copyOf(elements);
        }

        @Override
        public List<Ast> children() {
            return elements;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listing(this);
        }
    }

    /** {@code {'k': v}}; keys and values pair up by position. */
    record Mapping(Span span, List<Ast> keys, List<Ast> values) implements Ast {
        public Mapping {
            keys = List.copyOf(keys);
            values = List.copyOf(values);
        }

        @Override
        public List<Ast> children() {
            return Stream.concat(keys.stream(), values.stream()).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapping(this);
        }
    }
}
