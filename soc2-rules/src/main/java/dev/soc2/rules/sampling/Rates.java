package dev.soc2.rules.sampling;

import java.math.BigDecimal;

/** Checks of rates and counts that everything here begins with. */
final class Rates {

    /** Arithmetic stays exact, so its cost grows with the sample; nobody inspects more than this by hand. */
    static final int LARGEST_SAMPLE = 5000;

    /** Steps of a computed limit: 10^-12. */
    static final int DIGITS = 12;

    static final long STEPS = 1_000_000_000_000L;

    private static final int LONGEST = 40;

    private Rates() {}

    static void confidence(BigDecimal confidence) {
        if (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, both excluded, got " + confidence);
        }
        precise(confidence);
    }

    static void tolerable(BigDecimal tolerable) {
        if (tolerable.signum() <= 0 || tolerable.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "a tolerable rate lies between 0 and 1, both excluded, got " + tolerable);
        }
        precise(tolerable);
    }

    private static void precise(BigDecimal rate) {
        if (rate.scale() > LONGEST || rate.scale() < -LONGEST) {
            throw new IllegalArgumentException("a rate has at most " + LONGEST + " decimal places");
        }
    }

    static void sample(int n, int k) {
        if (n < 1 || n > LARGEST_SAMPLE) {
            throw new IllegalArgumentException("a sample has 1 to " + LARGEST_SAMPLE + " items, got " + n);
        }
        if (k < 0 || k > n) {
            throw new IllegalArgumentException(k + " deviations of " + n);
        }
    }

    /** The risk that is left beside a confidence. */
    static Fraction risk(BigDecimal confidence) {
        return Fraction.of(confidence).complement();
    }
}
