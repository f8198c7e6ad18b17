package dev.soc2.report.internal.markdown;

import dev.soc2.report.internal.words.Visible;

/**
 * Text of others inside Markdown: one line, every character that could mean something escaped, no raw HTML and no link
 * that a viewer would make by itself.
 */
public final class MarkdownText {

    // A dollar sign starts a formula, an at sign a mention, a hash a reference or a heading.
    private static final String SPECIAL = "\\`*_{}[]<>#!|~&@$^";

    private MarkdownText() {}

    /** Text in a sentence or a cell. */
    public static String of(String text) {
        String line = Visible.line(text);
        StringBuilder out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isSpecial(line, i)) {
                // An entity, unlike a backslash, also stops bare addresses, mentions and references from turning into
                // links, and cells from being cut.
                out.append("&#").append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isSpecial(String line, int i) {
        char c = line.charAt(i);
        return switch (c) {
            // Lists, rules and underlines of headings, at the start of a line only.
            case '-', '+', '=' -> i == 0;
            // Addresses and signs written as :name:, but neither "10:30" nor "reason: text".
            case ':' -> i + 1 < line.length() && line.charAt(i + 1) != ' ' && !isBetweenDigits(line, i);
            // Ordered lists, and addresses that begin with www.
            case '.' -> isOrdinal(line, i) || (i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3));
            case ')' -> isOrdinal(line, i);
            default -> SPECIAL.indexOf(c) >= 0;
        };
    }

    private static boolean isBetweenDigits(String line, int i) {
        return i > 0 && Character.isDigit(line.charAt(i - 1)) && Character.isDigit(line.charAt(i + 1));
    }

    private static boolean isOrdinal(String line, int i) {
        return i > 0 && i < 10 && line.substring(0, i).chars().allMatch(Character::isDigit);
    }
}
