package dev.soc2.rules.rule;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a figure is compared with, exactly.
 *
 * @param operator how
 * @param bound the target itself; 0.999 for 99.9 %
 * @param percent whether it is written as a percentage
 */
public record Target(TargetOperator operator, BigDecimal bound, boolean percent) {

    private static final int MOST_DIGITS = 40;

    /** Checks the invariants. */
    public Target {
        Objects.requireNonNull(operator, "operator");
        if (!holds(bound)) {
            throw new IllegalArgumentException("a target has at most " + MOST_DIGITS + " digits");
        }
        bound = bound.scale() < 0 ? bound.setScale(0) : bound;
    }

    /**
     * Whether a number is short enough to be a target.
     *
     * @param bound the number
     * @return true for at most 40 digits on either side of the point
     */
    public static boolean holds(BigDecimal bound) {
        return Math.abs((long) bound.scale()) <= MOST_DIGITS && bound.precision() <= MOST_DIGITS;
    }

    /**
     * A target from its written form.
     *
     * @param operator how it is compared
     * @param text such as {@code 99.9%} or {@code 3}
     * @return the target
     */
    public static Target of(TargetOperator operator, String text) {
        boolean percent = text.endsWith("%");
        BigDecimal number = new BigDecimal(percent ? text.substring(0, text.length() - 1) : text);
        return new Target(operator, percent ? number.movePointLeft(2) : number, percent);
    }

    /**
     * The target as rule packs write it, without its operator.
     *
     * @return such as {@code 99.9%} or {@code 3}
     */
    public String written() {
        return percent ? bound.movePointRight(2).toPlainString() + "%" : bound.toPlainString();
    }

    /**
     * The target in words.
     *
     * @return such as {@code >= 99.9%}
     */
    public String words() {
        return operator.sign() + " " + written();
    }
}
