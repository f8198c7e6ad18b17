package dev.soc2.rules.internal.timeline;

import java.util.Comparator;

/** The order of texts by their UTF-8 bytes, which is the order by code points. */
public final class TextOrder {

    /** Compares by code points. */
    public static final Comparator<String> UTF8 = TextOrder::compare;

    private TextOrder() {}

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // A surrogate stands for a code point above every other char.
                boolean aHigh = Character.isSurrogate(a);
                boolean bHigh = Character.isSurrogate(b);
                return aHigh == bHigh ? Character.compare(a, b) : aHigh ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
