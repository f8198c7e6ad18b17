package dev.soc2.report.internal.html;

import dev.soc2.model.document.Sha256;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.words.Visible;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document of words as a page: one file with its own style, nothing to load and nothing to run. */
public record ProsePage(Prose prose, String styleHash) {

    private static final HtmlInterceptor NOTHING = new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    };

    private static final int SHORT = 16;

    /** The class of a cell whose few letters should stay together; null, which leaves the attribute out, for others. */
    @Nullable
    String nowrap(String text) {
        return text.length() <= SHORT ? "nowrap" : null;
    }

    /** The page as text. */
    public static String of(Prose prose) {
        StringOutput style = new StringOutput();
        JtestyleGenerated.render(new OwaspHtmlTemplateOutput(style), NOTHING);
        String sheet = style.toString();
        String content = sheet.substring("<style>".length(), sheet.lastIndexOf("</style>"));
        byte[] digest = Sha256.digest(content.getBytes(StandardCharsets.UTF_8));
        String hash = "sha256-" + Base64.getEncoder().encodeToString(digest);
        StringOutput out = new StringOutput(1 << 14);
        JteproseGenerated.render(new OwaspHtmlTemplateOutput(out), NOTHING, new ProsePage(prose, hash));
        return Visible.of(out.toString());
    }
}
