package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Why a value cannot be computed; it takes the value's place, so that no error is ever thrown. */
record Cause(String text) {

    /** The budget of the evaluation is spent. */
    static final Cause TOO_MANY_STEPS = new Cause("the expression takes more steps than one item may");

    private static final int ECHOED = 40;

    static Cause cannot(String operation, Object... operands) {
        StringBuilder text = new StringBuilder(operation).append(" does not work on ");
        for (int i = 0; i < operands.length; i++) {
            text.append(i == 0 ? "" : " and ").append(kind(operands[i]));
        }
        return new Cause(text.toString());
    }

    /** A value read from {@code source} is not what it was declared. */
    static Cause mismatch(String source, Object value, ExprType declared) {
        String kind = kind(value);
        if (value instanceof BigDecimal number && !Decimals.fits(number)) {
            return new Cause(source + " is a decimal of more than " + Decimals.RANGE);
        }
        return new Cause(
                declared == ExprType.DYN
                        ? source + " is of a type that expressions do not know"
                        : source + " is of type " + kind + ", not " + declared.describe());
    }

    /** A text for a message: short ones as they are, long ones by their length. */
    static String shown(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= ECHOED ? "'" + text + "'" : "a text of " + length + " characters";
    }

    static String kind(Object value) {
        if (value instanceof String) {
            return ExprType.STRING.describe();
        }
        if (value instanceof Long) {
            return ExprType.INT.describe();
        }
        if (value instanceof BigDecimal) {
            return ExprType.DECIMAL.describe();
        }
        if (value instanceof Boolean) {
            return ExprType.BOOL.describe();
        }
        if (value instanceof Instant) {
            return ExprType.TIMESTAMP.describe();
        }
        if (value instanceof Duration) {
            return ExprType.DURATION.describe();
        }
        return value instanceof List ? "list" : value instanceof Map ? "map" : "value of an unknown type";
    }
}
