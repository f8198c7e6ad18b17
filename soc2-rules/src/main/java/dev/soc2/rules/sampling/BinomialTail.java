package dev.soc2.rules.sampling;

import java.math.BigInteger;

/**
 * {@code P(X <= k)} of a binomial distribution with a rational rate {@code a / b}, as a whole number over {@code b^n}.
 * As an object it is walked from no item on, one item or one deviation at a time.
 */
final class BinomialTail {

    private final BigInteger hit;
    private final BigInteger miss;
    private final BigInteger under;
    private int n;
    private int k;
    private BigInteger tail = BigInteger.ONE;
    private BigInteger last = BigInteger.ONE;
    private BigInteger whole = BigInteger.ONE;

    BinomialTail(Fraction rate) {
        hit = rate.over();
        under = rate.under();
        miss = under.subtract(hit);
    }

    /** {@code P(X <= k | n + 1) = P(X <= k | n) - p P(X = k | n)}. */
    void oneItemMore() {
        tail = under.multiply(tail).subtract(hit.multiply(last));
        last = last.multiply(miss).multiply(BigInteger.valueOf(n + 1L)).divide(BigInteger.valueOf(n + 1L - k));
        whole = whole.multiply(under);
        n++;
    }

    void oneDeviationMore() {
        last = last.multiply(hit).multiply(BigInteger.valueOf(n - k)).divide(miss.multiply(BigInteger.valueOf(k + 1L)));
        tail = tail.add(last);
        k++;
    }

    int deviations() {
        return k;
    }

    boolean isAtMost(Fraction risk) {
        return risk.bears(tail, whole);
    }

    /** Whether {@code P(X <= k)} is at most a risk; {@code q^(n-k)} is taken out of the sum, so that its terms stay small. */
    static boolean isAtMost(int n, int k, Fraction rate, Fraction risk) {
        BigInteger miss = rate.under().subtract(rate.over());
        BigInteger term = BigInteger.ONE;
        BigInteger sum = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            term = term.multiply(rate.over())
                    .multiply(BigInteger.valueOf(n - i + 1L))
                    .divide(BigInteger.valueOf(i));
            sum = sum.multiply(miss).add(term);
        }
        return risk.bears(sum.multiply(miss.pow(n - k)), rate.under().pow(n));
    }
}
