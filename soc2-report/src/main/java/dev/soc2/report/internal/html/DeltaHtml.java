package dev.soc2.report.internal.html;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.delta.DeltaView;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Visible;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What changed, as a page: one file with its own style, nothing to load and nothing to run. */
public final class DeltaHtml {

    private static final HtmlInterceptor NOTHING = new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    };

    private DeltaHtml() {}

    /** The page of two assessments. */
    public static String render(Assessment before, Assessment after, Presentation presentation) {
        StringOutput style = new StringOutput();
        JtestyleGenerated.render(new OwaspHtmlTemplateOutput(style), NOTHING);
        String sheet = style.toString();
        String content = sheet.substring("<style>".length(), sheet.lastIndexOf("</style>"));
        byte[] digest = Sha256.digest(content.getBytes(StandardCharsets.UTF_8));
        StringOutput out = new StringOutput(1 << 14);
        JtedeltaGenerated.render(
                new OwaspHtmlTemplateOutput(out),
                NOTHING,
                DeltaView.of(before, after, presentation),
                "sha256-" + Base64.getEncoder().encodeToString(digest));
        return Visible.of(out.toString());
    }
}
