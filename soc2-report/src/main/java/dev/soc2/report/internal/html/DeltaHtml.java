package dev.soc2.report.internal.html;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.delta.DeltaView;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Visible;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** What changed, as a page: one file with its own style, nothing to load and nothing to run. */
public final class DeltaHtml {

    private DeltaHtml() {}

    /** The page of two assessments, in the look of a house. */
    public static String render(Assessment before, Assessment after, Presentation presentation, Look look) {
        String style = HtmlReport.styleSheet(look);
        StringOutput out = new StringOutput(1 << 14);
        JtedeltaGenerated.render(
                new OwaspHtmlTemplateOutput(out),
                HtmlReport.NOTHING,
                DeltaView.of(before, after, presentation),
                look,
                style,
                Policy.source(style));
        return Visible.of(out.toString());
    }
}
