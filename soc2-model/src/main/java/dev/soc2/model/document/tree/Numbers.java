package dev.soc2.model.document.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exact numbers of a size that can be counted with. */
final class Numbers {

    private static final int LENGTH = 100;
    private static final int EXPONENT = 400;
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?+(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?+)(?:[eE]([-+]?+[0-9]++))?+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]++");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?+\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private Numbers() {}

    /** Whether a plain YAML text is a number in the core schema (YAML 1.2.2, 10.3.2). */
    static boolean isCoreNumber(String written) {
        if (isShortCount(written)) {
            return true;
        }
        char first = written.isEmpty() ? ' ' : written.charAt(0);
        return ((first >= '0' && first <= '9') || "+-.".indexOf(first) >= 0)
                && (DECIMAL.matcher(written).matches()
                        || OCTAL.matcher(written).matches()
                        || HEXADECIMAL.matcher(written).matches()
                        || NOT_FINITE.matcher(written).matches());
    }

    /** Reads a number of JSON or of the core schema; one that is refused becomes 0, so that reading goes on. */
    static NumberNode read(Place place, String written, Faults faults) {
        String wrong = wrong(written);
        NumberNode node = new NumberNode(place, wrong.isEmpty() ? exact(written) : BigDecimal.ZERO, written);
        if (!wrong.isEmpty()) {
            faults.add(
                    DocumentCode.NUMBER, node, wrong, "write a finite number, or put it in quotes to make it a text");
        }
        return node;
    }

    private static BigDecimal exact(String written) {
        if (written.startsWith("0o")) {
            return new BigDecimal(new BigInteger(written.substring(2), 8));
        }
        if (written.startsWith("0x")) {
            return new BigDecimal(new BigInteger(written.substring(2), 16));
        }
        return new BigDecimal(written);
    }

    /** The short way for what most numbers are: digits. */
    private static boolean isShortCount(String written) {
        boolean digits = !written.isEmpty() && written.length() <= LENGTH;
        for (int i = 0; digits && i < written.length(); i++) {
            digits = written.charAt(i) >= '0' && written.charAt(i) <= '9';
        }
        return digits;
    }

    private static String wrong(String written) {
        if (isShortCount(written)) {
            return "";
        }
        if (NOT_FINITE.matcher(written).matches()) {
            return "this is not a finite number";
        }
        if (written.length() > LENGTH) {
            return "the number has " + written.length() + " characters, and " + LENGTH + " are the most";
        }
        Matcher decimal = DECIMAL.matcher(written);
        if (decimal.matches()
                && decimal.group(1) != null
                && new BigInteger(decimal.group(1)).abs().compareTo(BigInteger.valueOf(EXPONENT)) > 0) {
            return "the exponent of the number is outside -" + EXPONENT + " to " + EXPONENT;
        }
        return "";
    }
}
