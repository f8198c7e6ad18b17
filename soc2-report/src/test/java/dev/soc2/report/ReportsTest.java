package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @Test
    void builtInRenderersHaveTheirNames() {
        assertThat(Reports.names())
                .containsExactly(
                        "auditor-package",
                        "console",
                        "exceptions",
                        "exceptions-markdown",
                        "html",
                        "json",
                        "junit",
                        "markdown",
                        "pdf",
                        "plan",
                        "plan-calendar",
                        "public-summary",
                        "public-summary-md",
                        "public-summary-pdf",
                        "requests",
                        "requests-csv",
                        "sarif",
                        "section-iv",
                        "step-summary");
        assertThat(Reports.named("html")).containsSame(Reports.html());
        assertThat(Reports.named("pdf-of-nobody")).isEmpty();
    }

    @Test
    void aRendererThatFailsLeavesTheOldFileAndNothingBeside(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("soc2.html"), "old");
        ReportRenderer failing = new BuiltInRenderer("failing", "text/plain", "x.txt", (a, o, out) -> {
            write(out);
            throw new IllegalStateException("half way");
        });

        assertThatThrownBy(() -> failing.write(Samples.only(), file)).hasMessage("half way");

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLeftoverOfAnotherRunIsNoObstacle(@TempDir Path folder) throws Exception {
        Path leftover = Files.writeString(folder.resolve(".soc2.html.0.tmp"), "left over");

        Reports.html().write(Samples.only(), folder.resolve("soc2.html"));

        assertThat(folder.resolve("soc2.html")).isNotEmptyFile();
        assertThat(leftover).hasContent("left over");
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) {
        assertThatThrownBy(() -> Reports.html().write(Samples.only(), folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aFormatThatIsNoTextIsNotRenderedAsText() {
        ReportRenderer binary = new BuiltInRenderer("x", "application/octet-stream", "x", (a, o, out) -> {});

        assertThatThrownBy(() -> binary.render(Samples.only(), ReportOptions.defaults()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no text");
    }

    private static void write(OutputStream out) {
        Assessment assessment = Samples.only();
        Reports.console().write(assessment, ReportOptions.defaults(), out);
    }
}
