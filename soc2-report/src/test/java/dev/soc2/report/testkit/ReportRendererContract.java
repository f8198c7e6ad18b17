package dev.soc2.report.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every renderer must do. Extend it, and name the renderer and an assessment. */
public abstract class ReportRendererContract {

    /** The renderer under test. */
    protected abstract ReportRenderer renderer();

    /** An assessment that it can render. */
    protected abstract Assessment assessment();

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer().write(assessment(), ReportOptions.defaults(), out);
        return out.toByteArray();
    }

    @Test
    void hasAPlainNameAMediaTypeAndAFileName() {
        assertThat(renderer().id()).matches("[a-z0-9][a-z0-9-]*");
        assertThat(renderer().mediaType()).matches("[a-z]+/[a-z0-9.+-]+");
        assertThat(Path.of(renderer().fileName()).getNameCount()).isEqualTo(1);
        assertThat(renderer().fileName()).matches("[A-Za-z0-9._-]+");
    }

    @Test
    void sameInputGivesTheSameBytes() {
        assertThat(bytes()).isNotEmpty().isEqualTo(bytes());
    }

    @Test
    void knowsNothingOfTheMachine() {
        byte[] expected = bytes();
        String separator = System.lineSeparator();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-thai"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            System.setProperty("line.separator", "\r\n");

            assertThat(bytes()).isEqualTo(expected);
        } finally {
            Locale.setDefault(new Locale.Builder()
                    .setLanguage(System.getProperty("user.language", ""))
                    .setRegion(System.getProperty("user.country", ""))
                    .build());
            // Without a zone, the platform's own counts again.
            TimeZone.setDefault(null);
            System.setProperty("line.separator", separator);
        }
    }

    @Test
    void leavesTheStreamOpen() {
        boolean[] closed = {false};
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        renderer().write(assessment(), ReportOptions.defaults(), out);

        assertThat(closed[0]).isFalse();
    }

    @Test
    void passesOnThatAStreamFails() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> renderer().write(assessment(), ReportOptions.defaults(), full))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("no space left");
    }

    @Test
    void writesAWholeFileAndItsFolders(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a/b").resolve(renderer().fileName());

        renderer().write(assessment(), file);

        assertThat(Files.readAllBytes(file)).isEqualTo(bytes());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
