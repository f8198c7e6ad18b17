package dev.soc2.rules.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact share from 0 to 1, as a numerator over a denominator in lowest terms. */
record Fraction(BigInteger over, BigInteger under) {

    static Fraction of(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        BigInteger under = BigInteger.TEN.pow(plain.scale());
        BigInteger common = plain.unscaledValue().gcd(under);
        return new Fraction(plain.unscaledValue().divide(common), under.divide(common));
    }

    /** What is missing to 1. */
    Fraction complement() {
        return new Fraction(under.subtract(over), under);
    }

    /** Whether {@code part / whole} is at most this. */
    boolean bears(BigInteger part, BigInteger whole) {
        return part.multiply(under).compareTo(over.multiply(whole)) <= 0;
    }
}
