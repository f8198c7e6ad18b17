package dev.soc2.report.internal.html;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Visible;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Optional;
import java.util.function.Consumer;

/** Parts of the page, each in an element of its own, for a page of the host. */
public final class HtmlFragments {

    /** The class of the element around each fragment. */
    public static final String SCOPE = "soc2-fragment";

    private HtmlFragments() {}

    /** Where a fragment stands and how it reads. */
    public record Setting(Presentation presentation, String prefix, Optional<String> report) {}

    /** The table of criteria by months. */
    public static String coverage(Assessment assessment, Setting setting) {
        Page page = page(assessment, setting);
        return text(out -> JtefragmentcoverageGenerated.render(out, HtmlReport.NOTHING, page));
    }

    /** A control with its tests, their results and the chain behind them. */
    public static String control(Assessment assessment, String control, Setting setting) {
        Page page = page(assessment, setting);
        ControlFinding finding = page.findings().control(control);
        return text(out -> JtefragmentcontrolGenerated.render(out, HtmlReport.NOTHING, page, finding));
    }

    /** The bar of a control with its dates in words. */
    public static String timeline(Assessment assessment, String control, Setting setting) {
        Page page = page(assessment, setting);
        ControlFinding finding = page.findings().control(control);
        return text(out -> JtefragmenttimelineGenerated.render(out, HtmlReport.NOTHING, page, finding));
    }

    /** The style sheet of the page, bound to the class around each fragment; with or without its dark colours. */
    public static String styleSheet(boolean dark) {
        return ScopedCss.of(HtmlReport.styleSheet(Look.PLAIN), "." + SCOPE, dark)
                + "." + SCOPE + "{padding:.7rem 1rem;border-radius:.35rem}\n"
                + "." + SCOPE + " article.control{border-top:0;padding:0}\n";
    }

    private static Page page(Assessment assessment, Setting setting) {
        return Page.part(assessment, setting.presentation(), Frame.fragment(setting.prefix(), setting.report()));
    }

    private static String text(Consumer<HtmlTemplateOutput> template) {
        StringOutput out = new StringOutput(1 << 12);
        template.accept(new OwaspHtmlTemplateOutput(out));
        return Visible.of(out.toString());
    }
}
