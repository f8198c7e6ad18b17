package dev.soc2.rules.sampling;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The Poisson model of a sample, slightly more careful than {@link Binomial}: tables of confidence factors come from it.
 *
 * <p>{@code e} is enclosed from both sides and the enclosure narrowed until it decides. It always does: a rational
 * power of {@code e} other than 1 is never rational.
 */
public final class Poisson {

    private static final int FIRST_DIGITS = 40;

    private Poisson() {}

    /**
     * The confidence factor: the mean at which {@code P(X <= k)} is just {@code 1 - confidence}.
     *
     * @param k deviations
     * @param confidence such as 0.90
     * @return the factor, rounded up to 12 places
     */
    public static BigDecimal factor(int k, BigDecimal confidence) {
        Rates.confidence(confidence);
        Rates.sample(Rates.LARGEST_SAMPLE, k);
        BigDecimal risk = BigDecimal.ONE.subtract(confidence);
        long high = Rates.STEPS;
        while (!isTailAtMost(k, BigDecimal.valueOf(high, Rates.DIGITS), risk)) {
            high = Math.multiplyExact(high, 2);
        }
        long low = 0;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (isTailAtMost(k, BigDecimal.valueOf(middle, Rates.DIGITS), risk)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return BigDecimal.valueOf(high, Rates.DIGITS);
    }

    /**
     * The smallest sample that with so many deviations still supports the control.
     *
     * @param k acceptable deviations
     * @param confidence such as 0.90
     * @param tolerable such as 0.10
     * @return {@code ceil(factor / tolerable)}, decided exactly
     */
    public static int plan(int k, BigDecimal confidence, BigDecimal tolerable) {
        Rates.tolerable(tolerable);
        int high =
                factor(k, confidence).divide(tolerable, 0, RoundingMode.CEILING).intValueExact();
        BigDecimal risk = BigDecimal.ONE.subtract(confidence);
        // The factor was rounded up by less than a step, which may have cost one item.
        boolean oneLess = high > 1 && isTailAtMost(k, tolerable.multiply(BigDecimal.valueOf(high - 1L)), risk);
        return oneLess ? high - 1 : high;
    }

    /**
     * The upper limit of the rate.
     *
     * @param n items of the sample
     * @param k deviations among them
     * @param confidence such as 0.90
     * @return factor over size, at most 1, rounded up to 12 places
     */
    public static BigDecimal upperLimit(int n, int k, BigDecimal confidence) {
        Rates.sample(n, k);
        return factor(k, confidence)
                .divide(BigDecimal.valueOf(n), Rates.DIGITS, RoundingMode.CEILING)
                .min(BigDecimal.ONE);
    }

    /** Whether the first k + 1 terms of the series of {@code e^mean} are at most a share of all of them. */
    private static boolean isTailAtMost(int k, BigDecimal mean, BigDecimal risk) {
        if (mean.signum() == 0) {
            return false;
        }
        for (int digits = FIRST_DIGITS; ; digits *= 2) {
            Series below = Series.of(k, mean, new MathContext(digits, RoundingMode.FLOOR), false);
            Series above = Series.of(k, mean, new MathContext(digits, RoundingMode.CEILING), true);
            if (above.head().compareTo(risk.multiply(below.all())) <= 0) {
                return true;
            }
            if (below.head().compareTo(risk.multiply(above.all())) > 0) {
                return false;
            }
        }
    }

    /**
     * The series of {@code e^mean}, rounded in one direction.
     *
     * @param head its first terms
     * @param all all of it
     */
    private record Series(BigDecimal head, BigDecimal all) {

        static Series of(int k, BigDecimal mean, MathContext rounding, boolean addRest) {
            BigDecimal term = BigDecimal.ONE;
            BigDecimal sum = BigDecimal.ONE;
            BigDecimal head = k == 0 ? sum : BigDecimal.ZERO;
            BigDecimal small = BigDecimal.ONE.movePointLeft(rounding.getPrecision());
            for (int i = 1; ; i++) {
                term = term.multiply(mean, rounding).divide(BigDecimal.valueOf(i), rounding);
                sum = sum.add(term, rounding);
                if (i == k) {
                    head = sum;
                }
                // From here on each term is less than half the one before: the rest is less than the last term.
                boolean falling = mean.compareTo(BigDecimal.valueOf((i + 1L) / 2)) < 0;
                if (i >= k && falling && term.compareTo(sum.multiply(small)) < 0) {
                    return new Series(head, addRest ? sum.add(term, rounding) : sum);
                }
            }
        }
    }
}
