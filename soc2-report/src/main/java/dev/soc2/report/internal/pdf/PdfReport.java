package dev.soc2.report.internal.pdf;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.html.HtmlReport;
import dev.soc2.report.internal.html.Look;
import dev.soc2.report.internal.html.ProsePage;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.view.Presentation;
import dev.soc2.report.render.Brand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;

/**
 * Pages as PDF/A-3a and PDF/UA-1: that of an assessment and those of letters, with the words of their HTML, laid out for
 * paper. The library that sets the type is optional; without it the report names what to add.
 */
public final class PdfReport {

    private static final String ARTIFACT = "io.github.openhtmltopdf:openhtmltopdf-pdfbox";

    /** About a third of what a page for screens shows: nobody leafs through more, and memory grows with the pages. */
    private static final int ROWS = 700;

    private PdfReport() {}

    /** Writes the report. The stream stays open. */
    public static void write(Assessment assessment, Presentation presentation, Look look, OutputStream out) {
        write(
                "report.pdf",
                HtmlReport.render(assessment, presentation, look, ROWS),
                assessment,
                presentation,
                look.brand(),
                out);
    }

    /** Writes a document of words about an assessment, under the name of a file. The stream stays open. */
    public static void write(
            String name, Prose prose, Assessment assessment, Presentation presentation, Look look, OutputStream out) {
        write(name, ProsePage.of(prose, look), assessment, presentation, look.brand(), out);
    }

    private static void write(
            String name,
            String html,
            Assessment assessment,
            Presentation presentation,
            Optional<Brand> brand,
            OutputStream out) {
        Instant made = presentation.generatedAt().orElse(assessment.inputs().asOf());
        byte[] bytes;
        try (PdfFonts fonts = PdfFonts.bundled()) {
            Document page = new PrintPage(
                            presentation.phrases(PdfReport.class, "pdf"),
                            assessment.engagement().organization(),
                            brand,
                            fonts::printable)
                    .of(HtmlReader.read(html));
            bytes = Typesetter.pdf(page, fonts, Logo.of(brand), made, idOf(html));
        } catch (LinkageError e) {
            throw new Soc2Exception(List.of(Issue.error(
                    "SOC2-P030",
                    Location.of(name, 1, 1),
                    "PDF is written by " + ARTIFACT + ", which is missing or of another version",
                    "add " + ARTIFACT + "; on the module path also --add-modules"
                            + " java.desktop,java.logging,jdk.unsupported,org.apache.commons.logging")));
        }
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number for the document's id, so that equal reports have equal ids and no clock is asked. */
    private static long idOf(String html) {
        return ByteBuffer.wrap(Sha256.digest(html.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
