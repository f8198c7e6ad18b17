package dev.soc2.report.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {

    @TempDir
    Path folder;

    private static Consumer<OutputStream> text(String text) {
        return out -> {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Test
    void aFolderIsDigestedAsSha256sumWouldListIt() throws IOException {
        FolderFiles files = new FolderFiles(folder);
        files.file("b/two.txt", text("two\n"));
        files.file("a.txt", text("one\n"));

        assertThat(Files.readString(folder.resolve("b/two.txt"))).isEqualTo("two\n");
        // printf 'one\n' > a.txt; mkdir b; printf 'two\n' > b/two.txt; sha256sum a.txt b/two.txt | sha256sum
        assertThat(files.result().sha256())
                .isEqualTo("fd25346fc423c6b857c969307085f3359e7bb3ded2310c74ae944e93b0b73378");
        assertThat(files.result().bytes()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "/a", "a//b", "a/../b", ".a", "a b", "a\\b", "a/", "a\u202Eb"})
    void aNameThatIsNotPlainIsRefused(String name) {
        assertThatThrownBy(() -> new FolderFiles(folder).file(name, text("x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ZipFiles(new ByteArrayOutputStream()).file(name, text("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoFilesOfOneNameAreRefused() {
        FolderFiles files = new FolderFiles(folder);
        files.file("a", text("x"));

        assertThatThrownBy(() -> files.file("a", text("y"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRendererTellsWhatItWrote() {
        ReportRenderer renderer = new ReportRenderer() {
            @Override
            public String id() {
                return "one";
            }

            @Override
            public String mediaType() {
                return "text/plain";
            }

            @Override
            public String fileName() {
                return "one.txt";
            }

            @Override
            public void write(dev.soc2.model.result.Assessment assessment, ReportOptions options, OutputStream out) {
                text("one\n").accept(out);
            }
        };

        RenderResult result = renderer.write(dev.soc2.report.Samples.year(), folder.resolve("one.txt"));

        assertThat(result.bytes()).isEqualTo(4);
        // printf 'one\n' | sha256sum
        assertThat(result.sha256()).isEqualTo("2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806");
    }
}
