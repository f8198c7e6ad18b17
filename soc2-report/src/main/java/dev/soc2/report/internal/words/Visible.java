package dev.soc2.report.internal.words;

/**
 * Makes characters visible that would deceive a reader or break a document: control characters, marks that turn the
 * direction of text, zero-width characters, tags, noncharacters and halves of pairs. They appear as {@code [U+202E]}.
 * Joiners stay, since scripts and signs need them.
 */
public final class Visible {

    private static final String HEX = "0123456789ABCDEF";

    private Visible() {}

    /** The text with line feeds kept and tabs as blanks. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(c, out));
        return out.toString();
    }

    /** The text on one line: line ends and runs of blanks become one blank. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
                if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else {
                append(c, out);
            }
        });
        return out.toString().strip();
    }

    /** The start of a text, up to a number of characters; what is cut is marked. */
    public static String clip(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    private static void append(int c, StringBuilder out) {
        if (c == '\t' || c == '\r') {
            out.append(' ');
        } else if (c == '\n' || !deceives(c)) {
            out.appendCodePoint(c);
        } else {
            out.append("[U+");
            for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
                out.append(HEX.charAt(c >> shift & 0xF));
            }
            out.append(']');
        }
    }

    private static boolean deceives(int c) {
        return Character.isISOControl(c)
                || c == 0xAD
                || c == 0x61C
                || c == 0x180E
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c >= 0xE0000 && c <= 0xE007F);
    }
}
