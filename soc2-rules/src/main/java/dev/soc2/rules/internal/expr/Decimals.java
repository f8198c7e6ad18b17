package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bounds of exact decimals, so that no number explodes, and the operations that need care. */
final class Decimals {

    /** How messages name the bounds. */
    static final String RANGE = "200 digits before or after the point";

    private static final int DIGITS = 200;
    private static final int MAX_TEXT = 1_000;
    private static final MathContext QUOTIENT = new MathContext(DIGITS + 1, RoundingMode.DOWN);
    private static final Pattern WRITTEN =
            Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?");

    private Decimals() {}

    /** Whether a value keeps to 200 digits on either side of the point and 200 in all. */
    static boolean fits(BigDecimal value) {
        int scale = value.scale();
        if (scale > DIGITS || scale < -DIGITS) {
            return false;
        }
        int precision = value.precision();
        return precision <= DIGITS && precision - scale <= DIGITS;
    }

    /** The value, with superfluous zeros removed when it only fits so; empty when it does not fit. */
    static Optional<BigDecimal> bounded(BigDecimal value) {
        if (fits(value)) {
            return Optional.of(value);
        }
        if (value.precision() > MAX_TEXT) {
            return Optional.empty();
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return fits(stripped) ? Optional.of(stripped) : Optional.empty();
    }

    /** A decimal from its written form; empty when it is none or beyond the bounds. */
    static Optional<BigDecimal> parse(String text) {
        if (text.length() > MAX_TEXT || !WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        return bounded(new BigDecimal(text));
    }

    /** The exact quotient; empty when it has no finite decimal form within the bounds. The divisor is not zero. */
    static Optional<BigDecimal> divide(BigDecimal left, BigDecimal right) {
        BigDecimal quotient = left.divide(right, QUOTIENT);
        if (quotient.multiply(right).compareTo(left) != 0) {
            return Optional.empty();
        }
        // Back to few digits, but never to a negative scale, which would print an exponent.
        BigDecimal stripped = quotient.stripTrailingZeros();
        return bounded(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    /** Plain digits; equal values give equal texts. */
    static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
