package dev.soc2.rules.internal.expr;

import java.util.Map;

/**
 * What a value is while an expression is checked: one of seven simple types, a list, a map with text keys, or a struct
 * (a variable whose fields are read one by one and which is never a value itself).
 */
public sealed interface ExprType {

    /** True or false. */
    ExprType BOOL = Simple.BOOL;

    /** A whole number of 64 bits. */
    ExprType INT = Simple.INT;

    /** An exact decimal. */
    ExprType DECIMAL = Simple.DECIMAL;

    /** A text. */
    ExprType STRING = Simple.STRING;

    /** An instant. */
    ExprType TIMESTAMP = Simple.TIMESTAMP;

    /** An exact length of time. */
    ExprType DURATION = Simple.DURATION;

    /** Known only at run time. */
    ExprType DYN = Simple.DYN;

    /** A list of one element type. */
    static ExprType list(ExprType element) {
        return new ListOf(element);
    }

    /** A map from texts to one value type. */
    static ExprType map(ExprType value) {
        return new MapOf(value);
    }

    /** A variable with fields; {@code open} allows fields that are not declared, of type DYN. */
    static ExprType struct(String label, Map<String, ExprType> fields, boolean open) {
        return new Struct(label, fields, open);
    }

    /** The word that messages use. */
    String describe();

    /** The types without parts. */
    enum Simple implements ExprType {
        BOOL("boolean"),
        INT("integer"),
        DECIMAL("decimal"),
        STRING("text"),
        TIMESTAMP("timestamp"),
        DURATION("duration"),
        DYN("value of any type");

        private final String word;

        Simple(String word) {
            this.word = word;
        }

        @Override
        public String describe() {
            return word;
        }
    }

    /** A list. */
    record ListOf(ExprType element) implements ExprType {
        @Override
        public String describe() {
            return element == DYN ? "list" : "list of " + element.describe();
        }
    }

    /** A map with text keys. */
    record MapOf(ExprType value) implements ExprType {
        @Override
        public String describe() {
            return value == DYN ? "map" : "map of " + value.describe();
        }
    }

    /** A variable with fields; the label is what messages call it. */
    record Struct(String label, Map<String, ExprType> fields, boolean open) implements ExprType {
        public Struct {
            fields = Map.copyOf(fields);
        }

        @Override
        public String describe() {
            return label;
        }
    }
}
