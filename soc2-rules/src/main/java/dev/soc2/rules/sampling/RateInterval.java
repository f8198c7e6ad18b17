package dev.soc2.rules.sampling;

import java.math.BigDecimal;

/**
 * Two limits between which a rate lies.
 *
 * @param lower the lower one, rounded down
 * @param upper the upper one, rounded up
 */
public record RateInterval(BigDecimal lower, BigDecimal upper) {

    /** Checks the invariants. */
    public RateInterval {
        if (lower.compareTo(upper) > 0) {
            throw new IllegalArgumentException("the lower limit " + lower + " lies above the upper one " + upper);
        }
    }
}
