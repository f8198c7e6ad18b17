package dev.soc2.rules.internal.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact figure: a quotient that is never divided before it is compared.
 *
 * @param numerator what is above
 * @param denominator what is below; more than nothing
 */
record Quotient(BigDecimal numerator, BigDecimal denominator) implements Comparable<Quotient> {

    private static final int SHOWN = 5;
    private static final int MOST_SHOWN = 25;
    private static final int LONGEST = 80;

    Quotient {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("nothing is divided by " + denominator);
        }
    }

    static Quotient whole(BigDecimal value) {
        return new Quotient(value, BigDecimal.ONE);
    }

    int compareTo(BigDecimal bound) {
        return numerator.compareTo(bound.multiply(denominator));
    }

    @Override
    public int compareTo(Quotient other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /**
     * The exact figure and, where that is no short decimal, a rounded one that stands on the same side of a bound as the
     * exact one does.
     */
    String words(BigDecimal bound, boolean percent) {
        boolean whole = denominator.compareTo(BigDecimal.ONE) == 0;
        if (whole && !percent) {
            return plain(numerator);
        }
        String exact = plain(numerator) + "/" + plain(denominator) + " = ";
        return (whole || exact.length() > LONGEST ? "" : exact)
                + rounded(bound, percent ? 2 : 0)
                + (percent ? " %" : "");
    }

    private String rounded(BigDecimal bound, int shift) {
        BigDecimal above = numerator.movePointRight(shift);
        BigDecimal aim = bound.movePointRight(shift);
        int side = compareTo(bound);
        for (int digits = SHOWN; digits <= MOST_SHOWN; digits++) {
            BigDecimal shown = above.divide(denominator, digits, RoundingMode.HALF_UP);
            if (Integer.signum(shown.compareTo(aim)) == Integer.signum(side)) {
                return shown.toPlainString();
            }
        }
        return above.divide(denominator, MOST_SHOWN, side < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .toPlainString();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
