package dev.soc2.report.internal.html;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Visible;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Fills the templates. What the templates write is escaped where it stands; nothing enters them as markup. */
public final class HtmlReport {

    private static final HtmlInterceptor NOTHING = new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    };

    private static final int ROWS = 2_000;

    private HtmlReport() {}

    /** The page of an assessment. */
    public static String render(Assessment assessment, Presentation presentation) {
        return render(assessment, presentation, ROWS);
    }

    /** The page of an assessment, with so many rows of items in all, or a hundredth of them for each control. */
    public static String render(Assessment assessment, Presentation presentation, int rows) {
        StringOutput style = new StringOutput();
        JtestyleGenerated.render(new OwaspHtmlTemplateOutput(style), NOTHING);
        // The policy names the one style sheet by its digest, so that no text of a record can bring another.
        String sheet = style.toString();
        String content = sheet.substring("<style>".length(), sheet.lastIndexOf("</style>"));
        byte[] digest = Sha256.digest(content.getBytes(StandardCharsets.UTF_8));
        String styleHash = "sha256-" + Base64.getEncoder().encodeToString(digest);
        StringOutput out = new StringOutput(1 << 16);
        JteassessmentGenerated.render(
                new OwaspHtmlTemplateOutput(out), NOTHING, Page.of(assessment, presentation, styleHash, rows));
        return Visible.of(out.toString());
    }
}
