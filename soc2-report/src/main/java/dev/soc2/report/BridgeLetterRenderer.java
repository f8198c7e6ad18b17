package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.docx.WordDocument;
import dev.soc2.report.internal.html.Look;
import dev.soc2.report.internal.html.ProsePage;
import dev.soc2.report.internal.letters.BridgeLetterText;
import dev.soc2.report.internal.pdf.PdfReport;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.ProseMarkdown;
import dev.soc2.report.internal.redact.Redactor;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** One letter in one format. */
record BridgeLetterRenderer(BridgeLetterRequest request, LetterFormat format) implements ReportRenderer {

    /** Checks that nothing is null. */
    BridgeLetterRenderer {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(format, "format");
    }

    @Override
    public String id() {
        return switch (format) {
            case DOCX -> "bridge-letter";
            case HTML -> "bridge-letter-html";
            case MARKDOWN -> "bridge-letter-md";
            case PDF -> "bridge-letter-pdf";
        };
    }

    @Override
    public String mediaType() {
        return switch (format) {
            case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case HTML -> "text/html";
            case MARKDOWN -> "text/markdown";
            case PDF -> "application/pdf";
        };
    }

    @Override
    public String fileName() {
        return switch (format) {
            case DOCX -> "bridge-letter.docx";
            case HTML -> "bridge-letter.html";
            case MARKDOWN -> "bridge-letter.md";
            case PDF -> "bridge-letter.pdf";
        };
    }

    @Override
    public void write(Assessment assessment, ReportOptions options, OutputStream out) {
        Assessment seen = Redactor.apply(assessment, options.redaction());
        Prose letter = BridgeLetterText.of(seen, BuiltIns.presentation(options), request);
        switch (format) {
            case DOCX -> WordDocument.write(letter, out);
            case HTML -> text(ProsePage.of(letter, Look.of(options)), out);
            case MARKDOWN -> text(ProseMarkdown.of(letter), out);
            case PDF ->
                PdfReport.write(fileName(), letter, seen, BuiltIns.presentation(options), Look.of(options), out);
        }
    }

    private static void text(String text, OutputStream out) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RenderResult write(Assessment assessment, ReportOptions options, Path file) {
        RenderResult written = ReportRenderer.super.write(assessment, options, file);
        return new RenderResult(
                written.bytes(),
                written.sha256(),
                BridgeLetterText.warnings(assessment, BuiltIns.presentation(options), request));
    }
}
