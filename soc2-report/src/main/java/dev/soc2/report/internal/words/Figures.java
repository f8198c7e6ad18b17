package dev.soc2.report.internal.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as every language here writes them; {@link Words} puts the sign before a fraction. */
public final class Figures {

    private Figures() {}

    /** A number with narrow blanks between its thousands. */
    public static String grouped(long n) {
        String digits = Long.toString(n);
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > (n < 0 ? 1 : 0); i -= 3) {
            out.insert(i, '\u202F');
        }
        return out.toString();
    }

    /** With a point; {@link Words#percent(long, long)} writes it for a reader. */
    static String percent(long part, long whole) {
        if (whole == 0) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(100).multiply(BigDecimal.valueOf(part));
        BigDecimal shown = exact.divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        if (part > 0 && shown.signum() == 0) {
            return "< 0.1 %";
        }
        if (part < whole && shown.compareTo(BigDecimal.valueOf(100)) == 0) {
            return "> 99.9 %";
        }
        return shown + " %";
    }
}
