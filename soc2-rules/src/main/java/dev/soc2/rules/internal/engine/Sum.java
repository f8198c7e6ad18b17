package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.TargetOperator;
import java.math.BigDecimal;

/**
 * The sums of a ratio, or of plain values: what is known for sure, what it may be at most, and what it is taken of.
 * Sums of parts add up to the sum of the whole.
 *
 * @param least the value when nothing unknown counts towards it
 * @param greatest the value when everything unknown does
 * @param base what the value is taken of
 */
record Sum(BigDecimal least, BigDecimal greatest, BigDecimal base) {

    static final Sum NONE = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    static Sum of(BigDecimal value, BigDecimal unknown, BigDecimal total) {
        return new Sum(value, value.add(unknown), total);
    }

    /**
     * The same without an excluded part of the total, which is taken from what speaks against the target first: time that
     * is left out is time in which the thing was down.
     */
    Sum without(BigDecimal excluded, TargetOperator operator) {
        if (excluded.signum() == 0) {
            return this;
        }
        BigDecimal rest = base.subtract(excluded).max(BigDecimal.ZERO);
        return operator.isUpperBound()
                ? new Sum(
                        least.subtract(excluded).max(BigDecimal.ZERO),
                        greatest.subtract(excluded).max(BigDecimal.ZERO),
                        rest)
                : new Sum(least.min(rest), greatest.min(rest), rest);
    }

    Sum plus(Sum other) {
        return new Sum(least.add(other.least), greatest.add(other.greatest), base.add(other.base));
    }

    /** The same, beside an amount of which nothing is known. */
    Sum plusUnknown(BigDecimal amount) {
        return new Sum(least, greatest.add(amount), base.add(amount));
    }
}
