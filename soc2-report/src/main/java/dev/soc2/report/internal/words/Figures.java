package dev.soc2.report.internal.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in sentences. */
public final class Figures {

    private Figures() {}

    /** Such as {@code 1 exception} or {@code 3 exceptions}. */
    public static String count(long n, String one, String many) {
        return grouped(n) + " " + (n == 1 ? one : many);
    }

    /** A number with narrow blanks between its thousands. */
    public static String grouped(long n) {
        String digits = Long.toString(n);
        StringBuilder out = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > (n < 0 ? 1 : 0); i -= 3) {
            out.insert(i, '\u202F');
        }
        return out.toString();
    }

    /** Such as {@code 7.3 %}; rounded for print only, and never to nothing or to all. */
    public static String percent(long part, long whole) {
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
