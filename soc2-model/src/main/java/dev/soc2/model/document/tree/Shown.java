package dev.soc2.model.document.tree;

import java.util.Locale;

/** Text from a document as a message shows it: one line, no more than 60 characters, nothing invisible. */
final class Shown {

    private static final int MOST = 60;

    private Shown() {}

    static String of(String value) {
        return cut(value, MOST);
    }

    /** A sentence of a library below, which is longer than a value and still cut. */
    static String line(String sentence) {
        return cut(sentence, 3 * MOST);
    }

    private static String cut(String value, int most) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(most).forEach(point -> append(shown, point));
        boolean longer = value.codePoints().skip(most).findAny().isPresent();
        return longer ? shown.append("...").toString() : shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        int type = Character.getType(point);
        boolean invisible = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (invisible) {
            shown.append("U+");
            String hex = Integer.toHexString(point).toUpperCase(Locale.ROOT);
            shown.append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex);
        } else {
            shown.appendCodePoint(point);
        }
    }
}
