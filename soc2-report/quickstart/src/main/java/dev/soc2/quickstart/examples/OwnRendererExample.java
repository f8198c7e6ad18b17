package dev.soc2.quickstart.examples;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.Deviation;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import dev.soc2.report.spi.ReportRendererProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report format of the host. */
public final class OwnRendererExample {

    private OwnRendererExample() {}

    // tag::renderer[]
    /** One line for each deviation, as a ticket system takes it. */
    public static final class Tickets implements ReportRenderer {

        @Override
        public String id() {
            return "tickets";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String fileName() {
            return "tickets.txt";
        }

        @Override
        public void write(Assessment assessment, ReportOptions options, OutputStream out) {
            try {
                for (Deviation deviation : assessment.deviations()) {
                    String line = deviation.control() + " " + deviation.item().id() + " "
                            + deviation.item().reason() + "\n";
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                }
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Named in {@code META-INF/services/dev.soc2.report.spi.ReportRendererProvider}, or in {@code provides}. */
    public static final class Provider implements ReportRendererProvider {

        @Override
        public List<ReportRenderer> renderers() {
            return List.of(new Tickets());
        }
    }
    // end::renderer[]
}
