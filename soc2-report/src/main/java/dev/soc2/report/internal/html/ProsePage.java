package dev.soc2.report.internal.html;

import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.words.Visible;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;

/** A document of words as a page: one file with its own style, nothing to load and nothing to run. */
public record ProsePage(Prose prose, Look look, String style) {

    private static final int SHORT = 16;

    /** The class of a cell whose few letters should stay together; null, which leaves the attribute out, for others. */
    @Nullable
    String nowrap(String text) {
        return text.length() <= SHORT ? "nowrap" : null;
    }

    String styleHash() {
        return Policy.source(style);
    }

    /** The page as text, in the look of a house. */
    public static String of(Prose prose, Look look) {
        StringOutput out = new StringOutput(1 << 14);
        JteproseGenerated.render(
                new OwaspHtmlTemplateOutput(out),
                HtmlReport.NOTHING,
                new ProsePage(prose, look, HtmlReport.styleSheet(look)));
        return Visible.of(out.toString());
    }
}
