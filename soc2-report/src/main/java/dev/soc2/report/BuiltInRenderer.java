package dev.soc2.report;

import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.model.result.Assessment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/** Ties a format of this module to its name, so that the formats need not know this package. */
record BuiltInRenderer(String id, String mediaType, String fileName, Format format) implements ReportRenderer {

    /** Writes one format. */
    interface Format {
        void write(Assessment assessment, ReportOptions options, OutputStream out);
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
        format.write(assessment, options, out);
    }
}
