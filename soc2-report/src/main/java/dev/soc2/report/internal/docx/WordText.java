package dev.soc2.report.internal.docx;

import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.internal.words.XmlText;

/**
 * Text inside XML: on one line, without characters that XML 1.0 forbids or that deceive, markup escaped. It is the same in
 * a run and in an attribute.
 */
final class WordText {

    private WordText() {}

    static String of(String text) {
        return XmlText.attribute(Visible.line(text));
    }

    /** The same with the blanks at its ends, which part a run from its neighbours. */
    static String run(String text) {
        String line = Visible.line(text);
        return (text.startsWith(" ") && !line.isEmpty() ? " " : "")
                + XmlText.attribute(line)
                + (text.endsWith(" ") ? " " : "");
    }
}
