package dev.soc2.rules.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The binomial model of a sample: what a count of deviations shows of the rate in a large population.
 *
 * <p>Every decision compares whole numbers, so that none depends on rounding. Limits are rounded up to 12 decimal
 * places: the printed limit is never below the exact one. A sample has at most 5000 items.
 */
public final class Binomial {

    private Binomial() {}

    /**
     * The smallest sample whose expected deviations would still support the control: the smallest {@code n} such that,
     * with {@code k = ceil(expected * n)}, {@code P(X <= k)} at the tolerable rate is at most {@code 1 - confidence}.
     *
     * @param confidence such as 0.90
     * @param tolerable such as 0.10
     * @param expected from 0, below the tolerable rate
     * @return the size and the deviations that it bears
     */
    public static SampleSize plan(BigDecimal confidence, BigDecimal tolerable, BigDecimal expected) {
        Rates.confidence(confidence);
        Rates.tolerable(tolerable);
        if (expected.signum() < 0 || expected.compareTo(tolerable) >= 0) {
            throw new IllegalArgumentException("the expected rate " + expected.toPlainString()
                    + " is not below the tolerable rate " + tolerable.toPlainString());
        }
        Fraction risk = Rates.risk(confidence);
        BinomialTail tail = new BinomialTail(Fraction.of(tolerable));
        for (int n = 1; n <= Rates.LARGEST_SAMPLE; n++) {
            tail.oneItemMore();
            int k = expected.multiply(BigDecimal.valueOf(n))
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact();
            while (tail.deviations() < k) {
                tail.oneDeviationMore();
            }
            if (tail.isAtMost(risk)) {
                return new SampleSize(n, k);
            }
        }
        throw new IllegalArgumentException("no sample of at most " + Rates.LARGEST_SAMPLE + " items shows a rate below "
                + tolerable.toPlainString() + " when " + expected.toPlainString() + " is expected");
    }

    /**
     * The one-sided upper limit of Clopper and Pearson.
     *
     * @param n items of the sample
     * @param k deviations among them
     * @param confidence such as 0.90
     * @return the limit, rounded up to 12 places; 1 when every item deviates
     */
    public static BigDecimal upperLimit(int n, int k, BigDecimal confidence) {
        Rates.sample(n, k);
        Rates.confidence(confidence);
        return upper(n, k, Rates.risk(confidence));
    }

    /**
     * Whether a sample supports the control: whether the exact upper limit is at most the tolerable rate. Decided by
     * {@code P(X <= k)} at the tolerable rate, not by the rounded limit.
     *
     * @param n items of the sample
     * @param k deviations among them
     * @param confidence such as 0.90
     * @param tolerable such as 0.10; with 0 nothing but a census supports a control
     * @return whether it does
     */
    public static boolean supports(int n, int k, BigDecimal confidence, BigDecimal tolerable) {
        Rates.sample(n, k);
        Rates.confidence(confidence);
        if (tolerable.signum() == 0) {
            return false;
        }
        Rates.tolerable(tolerable);
        return k < n && BinomialTail.isAtMost(n, k, Fraction.of(tolerable), Rates.risk(confidence));
    }

    /**
     * The two-sided interval of Clopper and Pearson. Its upper limit is not the one-sided one.
     *
     * @param n items of the sample
     * @param k deviations among them
     * @param confidence such as 0.95
     * @return the interval, rounded outwards
     */
    public static RateInterval interval(int n, int k, BigDecimal confidence) {
        Rates.sample(n, k);
        Rates.confidence(confidence);
        Fraction whole = Rates.risk(confidence);
        Fraction half = new Fraction(whole.over(), whole.under().shiftLeft(1));
        return new RateInterval(lower(n, k, half), upper(n, k, half));
    }

    /** The smallest step at which the tail is borne: the exact limit lies in the step below it. */
    private static BigDecimal upper(int n, int k, Fraction risk) {
        if (k == n) {
            return BigDecimal.ONE;
        }
        long low = 0;
        long high = Rates.STEPS;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (BinomialTail.isAtMost(n, k, step(middle), risk)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return BigDecimal.valueOf(high, Rates.DIGITS);
    }

    /** The largest step at which {@code P(X >= k)}, one minus the tail before it, is borne. */
    private static BigDecimal lower(int n, int k, Fraction risk) {
        if (k == 0) {
            return BigDecimal.ZERO;
        }
        long low = 0;
        long high = Rates.STEPS;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            // P(X <= k - 1) >= 1 - risk, counted from the other side: P(n - X <= n - k) with the complement of the
            // rate.
            if (BinomialTail.isAtMost(n, n - k, step(middle).complement(), risk)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return BigDecimal.valueOf(low, Rates.DIGITS);
    }

    private static Fraction step(long numerator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(Rates.STEPS));
    }
}
