package dev.soc2.model.document.tree;

import java.util.Arrays;

/** Text as JSON writes it: only what must be escaped is, so that equal text has equal bytes. */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";

    /** Which of the first characters stand as they are; asked for each of them, so a table. */
    private static final boolean[] PLAIN = plain();

    private JsonText() {}

    /**
     * Appends a text with its quotes.
     *
     * @param text the text, with whatever characters it holds
     * @param out takes it
     */
    public static void quote(String text, StringBuilder out) {
        out.append('"');
        int plain = plainLength(text);
        out.append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || isLoneSurrogate(text, i)) {
                        out.append("\\u");
                        for (int shift = 12; shift >= 0; shift -= 4) {
                            out.append(HEX.charAt(c >> shift & 0xf));
                        }
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** How much of a text, from its beginning, needs no escape, which nearly always is all of it. */
    private static int plainLength(String text) {
        int length = text.length();
        int i = 0;
        while (i < length && isPlain(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isPlain(char c) {
        return c < PLAIN.length ? PLAIN[c] : !Character.isSurrogate(c);
    }

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        Arrays.fill(plain, 0x20, plain.length, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
