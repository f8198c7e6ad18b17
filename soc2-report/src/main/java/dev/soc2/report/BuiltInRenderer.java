package dev.soc2.report;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.io.WholeFile;
import dev.soc2.report.internal.io.Written;
import dev.soc2.report.render.RenderResult;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiFunction;

/**
 * Ties a format of this module to its name, so that the formats need not know this package. Before a format writes, its
 * texts are looked at, and what the reader may not see is taken out.
 */
record BuiltInRenderer(String id, String mediaType, String fileName, boolean linted, Format format)
        implements ReportRenderer {

    /** Writes one format. */
    interface Format {
        void write(Assessment assessment, ReportOptions options, OutputStream out);
    }

    /** A format that people believe or do not believe. */
    BuiltInRenderer(String id, String mediaType, String fileName, Format format) {
        this(id, mediaType, fileName, true, format);
    }

    /** The same for programs, builds and work lists, which are told what there is. */
    BuiltInRenderer withoutLint() {
        return new BuiltInRenderer(id, mediaType, fileName, false, format);
    }

    static Format text(BiFunction<Assessment, ReportOptions, String> render) {
        return (assessment, options, out) -> {
            try {
                out.write(render.apply(assessment, options).getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void write(Assessment assessment, ReportOptions options, OutputStream out) {
        write(Prepared.of(assessment, options, linted), out);
    }

    @Override
    public RenderResult write(Assessment assessment, ReportOptions options, Path file) {
        Prepared prepared = Prepared.of(assessment, options, linted);
        Written written = WholeFile.write(file, out -> write(prepared, out));
        return new RenderResult(written.bytes(), written.sha256(), prepared.warnings());
    }

    private void write(Prepared prepared, OutputStream out) {
        format.write(prepared.assessment(), prepared.options(), out);
    }
}
