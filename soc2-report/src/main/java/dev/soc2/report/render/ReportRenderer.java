package dev.soc2.report.render;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.io.WholeFile;
import dev.soc2.report.internal.io.Written;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One format of a report. Implementations are stateless and safe for use by many threads; the built-in ones are found
 * in {@code Reports}, further ones come from a {@link dev.soc2.report.spi.ReportRendererProvider}.
 *
 * <p>A renderer reads no clock, locale, zone or file: equal assessments and options give equal bytes.
 */
public interface ReportRenderer {

    /**
     * The name by which {@code Reports.named(id)} finds it.
     *
     * @return lower-case letters, digits and {@code -}
     */
    String id();

    /**
     * What it writes.
     *
     * @return a media type such as {@code text/html}
     */
    String mediaType();

    /**
     * A good name for the file.
     *
     * @return a plain file name such as {@code soc2.html}
     */
    String fileName();

    /**
     * Writes a report. The stream is flushed and stays open.
     *
     * @param assessment what to report
     * @param options how to show it
     * @param out takes the bytes; text is UTF-8
     * @throws java.io.UncheckedIOException if the stream fails
     */
    void write(Assessment assessment, ReportOptions options, OutputStream out);

    /**
     * Writes a report to a file, with the default options.
     *
     * @param assessment what to report
     * @param file the file; replaced when it exists, and its folders are created
     * @return what was written
     * @throws java.io.UncheckedIOException if it cannot be written; the file is then as it was before
     */
    default RenderResult write(Assessment assessment, Path file) {
        return write(assessment, ReportOptions.defaults(), file);
    }

    /**
     * Writes a report to a file: beside it first, then moved into its place, so that nobody sees half of it.
     *
     * @param assessment what to report
     * @param options how to show it
     * @param file the file; replaced when it exists, and its folders are created
     * @return what was written
     * @throws java.io.UncheckedIOException if it cannot be written; the file is then as it was before
     */
    default RenderResult write(Assessment assessment, ReportOptions options, Path file) {
        Written written = WholeFile.write(file, out -> write(assessment, options, out));
        return new RenderResult(written.bytes(), written.sha256(), List.of());
    }

    /**
     * The report as text.
     *
     * @param assessment what to report
     * @param options how to show it
     * @return the text
     * @throws IllegalStateException if the format is no text
     */
    default String render(Assessment assessment, ReportOptions options) {
        if (!mediaType().matches("text/.*|application/(.*\\+)?(json|xml)")) {
            throw new IllegalStateException("renderer '" + id() + "' writes " + mediaType() + ", which is no text");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
        write(assessment, options, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
