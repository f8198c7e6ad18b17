package dev.soc2.report.internal.html;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.render.ReportFiles;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Fills the templates. What the templates write is escaped where it stands; nothing enters them as markup. */
public final class HtmlReport {

    static final HtmlInterceptor NOTHING = new HtmlInterceptor() {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    };

    private static final int ROWS = 2_000;

    private HtmlReport() {}

    /** The page of an assessment, as nobody's in particular. */
    public static String render(Assessment assessment, Presentation presentation) {
        return page(Page.of(
                assessment, presentation, Look.PLAIN, Frame.oneFile(styleSheet(Look.PLAIN), text("report.js")), ROWS));
    }

    /** The page of an assessment in the look of a house. */
    public static String render(Assessment assessment, Presentation presentation, Look look) {
        return page(Page.of(assessment, presentation, look, Frame.oneFile(styleSheet(look), text("report.js")), ROWS));
    }

    /** The same for paper: without script, with so many rows of items in all, or a hundredth of them for each control. */
    public static String render(Assessment assessment, Presentation presentation, Look look, int rows) {
        return page(Page.of(assessment, presentation, look, Frame.paper(styleSheet(look)), rows));
    }

    /** The page with its style sheet and its script as files beside it. */
    public static void write(Assessment assessment, Presentation presentation, Look look, ReportFiles files) {
        Map<String, String> texts = new TreeMap<>(Map.of(
                "index.html",
                page(Page.of(assessment, presentation, look, Frame.folder(), ROWS)),
                "report.css",
                styleSheet(look) + "\n",
                "report.js",
                text("report.js") + "\n"));
        texts.forEach((name, text) -> files.file(name, out -> {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private static String page(Page page) {
        StringOutput out = new StringOutput(1 << 16);
        JteassessmentGenerated.render(new OwaspHtmlTemplateOutput(out), NOTHING, page);
        return Visible.of(out.toString());
    }

    /** The style sheet of the page in the look of a house. */
    static String styleSheet(Look look) {
        return text("report.css") + look.style();
    }

    /** A file of this package, without blanks around it. */
    private static String text(String name) {
        try (InputStream file = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
