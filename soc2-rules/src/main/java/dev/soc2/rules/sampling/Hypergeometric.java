package dev.soc2.rules.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The hypergeometric model of a sample: what a count of deviations shows of a population of known size. Exact: when
 * every item is drawn, the limit is the rate itself.
 */
public final class Hypergeometric {

    private static final MathContext SHOWN = new MathContext(Rates.DIGITS, RoundingMode.CEILING);

    private Hypergeometric() {}

    /**
     * The deviations that a population has when it just breaks the tolerable rate.
     *
     * @param population items of the population
     * @param tolerable such as 0.10
     * @return {@code ceil(tolerable * population)}
     */
    public static int assumedDeviations(int population, BigDecimal tolerable) {
        Rates.tolerable(tolerable);
        return tolerable
                .multiply(BigDecimal.valueOf(population))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    /**
     * The smallest sample that with so many deviations still supports the control.
     *
     * @param population items of the population
     * @param acceptable deviations that the sample bears
     * @param confidence such as 0.90
     * @param tolerable such as 0.10
     * @return its size; the whole population when nothing smaller will do
     */
    public static int plan(int population, int acceptable, BigDecimal confidence, BigDecimal tolerable) {
        Rates.confidence(confidence);
        int deviating = assumedDeviations(population, tolerable);
        Fraction risk = Rates.risk(confidence);
        if (acceptable < 0 || population < 1) {
            throw new IllegalArgumentException(acceptable + " acceptable deviations of " + population);
        }
        int low = Math.min(acceptable, population);
        int high = population;
        // The tail falls as the sample grows.
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isTailAtMost(population, deviating, middle, acceptable, risk)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * The most deviations that the population may have without making the sample improbable.
     *
     * @param population items of the population
     * @param n items of the sample
     * @param k deviations among them
     * @param confidence such as 0.90
     * @return the largest count whose {@code P(X <= k)} is above {@code 1 - confidence}
     */
    public static int upperDeviations(int population, int n, int k, BigDecimal confidence) {
        Rates.confidence(confidence);
        if (n < 1 || n > population || k < 0 || k > n) {
            throw new IllegalArgumentException(k + " deviations of " + n + " items of " + population);
        }
        Fraction risk = Rates.risk(confidence);
        int low = k;
        int high = population - (n - k) + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isTailAtMost(population, middle, n, k, risk)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /**
     * The upper limit of the rate: {@link #upperDeviations} over the population.
     *
     * @param population items of the population
     * @param n items of the sample
     * @param k deviations among them
     * @param confidence such as 0.90
     * @return the limit, rounded up to 12 significant places
     */
    public static BigDecimal upperLimit(int population, int n, int k, BigDecimal confidence) {
        return BigDecimal.valueOf(upperDeviations(population, n, k, confidence))
                .divide(BigDecimal.valueOf(population), SHOWN);
    }

    /**
     * The finite population correction of a sample planned for a large population, a rule of thumb; never below what
     * the exact model asks for.
     *
     * @param planned size planned for a large population
     * @param population items of the population
     * @param acceptable deviations that the sample bears
     * @param confidence such as 0.95
     * @param tolerable such as 0.05
     * @return the larger of {@code ceil(n / (1 + (n - 1) / N))} and {@link #plan}
     */
    public static int corrected(
            int planned, int population, int acceptable, BigDecimal confidence, BigDecimal tolerable) {
        if (planned < 1) {
            throw new IllegalArgumentException("a sample has at least one item");
        }
        BigInteger over = BigInteger.valueOf(planned).multiply(BigInteger.valueOf(population));
        BigInteger under = BigInteger.valueOf((long) population + planned - 1);
        int rule = over.add(under).subtract(BigInteger.ONE).divide(under).intValueExact();
        return Math.min(population, Math.max(rule, plan(population, acceptable, confidence, tolerable)));
    }

    /** Whether {@code P(X <= k)} is at most a risk, for a sample of n out of a population with so many deviations. */
    private static boolean isTailAtMost(int population, int deviating, int n, int k, Fraction risk) {
        int others = population - deviating;
        int first = Math.max(0, n - others);
        int last = Math.min(k, Math.min(n, deviating));
        if (first > last) {
            return true;
        }
        BigInteger term = choose(deviating, first).multiply(choose(others, n - first));
        BigInteger sum = term;
        for (int i = first; i < last; i++) {
            term = term.multiply(BigInteger.valueOf((long) (deviating - i) * (n - i)))
                    .divide(BigInteger.valueOf((i + 1L) * (others - n + i + 1L)));
            sum = sum.add(term);
        }
        return risk.bears(sum, choose(population, n));
    }

    private static BigInteger choose(int from, int many) {
        int few = Math.min(many, from - many);
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= few; i++) {
            ways = ways.multiply(BigInteger.valueOf(from - few + (long) i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
