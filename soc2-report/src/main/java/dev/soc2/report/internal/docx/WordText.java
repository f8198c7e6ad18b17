package dev.soc2.report.internal.docx;

import dev.soc2.report.internal.words.Visible;

/** Text inside XML: on one line, without characters that XML 1.0 forbids or that deceive, markup escaped. */
final class WordText {

    private WordText() {}

    static String of(String text) {
        return escaped(Visible.line(text));
    }

    /** The same with the blanks at its ends, which part a run from its neighbours. */
    static String run(String text) {
        String line = Visible.line(text);
        return (text.startsWith(" ") && !line.isEmpty() ? " " : "") + escaped(line) + (text.endsWith(" ") ? " " : "");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
