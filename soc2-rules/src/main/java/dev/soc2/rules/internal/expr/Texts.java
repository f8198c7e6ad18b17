package dev.soc2.rules.internal.expr;

import java.util.List;
import java.util.Map;

/** The text functions and {@code size}. Length is counted in code points. */
final class Texts {

    private static final int CHARACTERS_PER_STEP = 64;
    private static final int LONG_NEEDLE = 64;

    private Texts() {}

    static Object size(Object value, Run run) {
        if (value instanceof String text) {
            return (long) text.codePointCount(0, text.length());
        }
        if (value instanceof List<?> list) {
            return (long) list.size();
        }
        return value instanceof Map<?, ?> map ? (Object) (long) map.size() : Cause.cannot("size()", value);
    }

    static Object contains(Object text, Object part, Run run) {
        if (!(text instanceof String a) || !(part instanceof String b)) {
            return Cause.cannot("contains()", text, part);
        }
        if (!run.charge(a.length() / CHARACTERS_PER_STEP)) {
            return Cause.TOO_MANY_STEPS;
        }
        return b.length() <= LONG_NEEDLE ? a.contains(b) : containsLong(a, b);
    }

    static Object startsWith(Object text, Object part, Run run) {
        return text instanceof String a && part instanceof String b
                ? (Object) a.startsWith(b)
                : Cause.cannot("startsWith()", text, part);
    }

    static Object endsWith(Object text, Object part, Run run) {
        return text instanceof String a && part instanceof String b
                ? (Object) a.endsWith(b)
                : Cause.cannot("endsWith()", text, part);
    }

    /** Knuth, Morris and Pratt: linear, where the plain search takes the product of both lengths on hostile texts. */
    static boolean containsLong(String text, String part) {
        if (part.length() > text.length()) {
            return false;
        }
        int[] border = borders(part);
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
                matched = border[matched - 1];
            }
            if (text.charAt(i) == part.charAt(matched)) {
                matched++;
            }
            if (matched == part.length()) {
                return true;
            }
        }
        return false;
    }

    private static int[] borders(String part) {
        int[] border = new int[part.length()];
        int matched = 0;
        for (int i = 1; i < part.length(); i++) {
            while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
                matched = border[matched - 1];
            }
            if (part.charAt(i) == part.charAt(matched)) {
                matched++;
            }
            border[i] = matched;
        }
        return border;
    }
}
