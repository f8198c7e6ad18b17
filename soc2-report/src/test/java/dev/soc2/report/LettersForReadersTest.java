package dev.soc2.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.letter.BridgeLetterRequest;
import dev.soc2.report.letter.LetterFormat;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes letters, drafts, summaries and papers where other programs look for them. */
class LettersForReadersTest {

    private static final Path FOLDER = Path.of("target/validate/letters");

    @Test
    void documentsAreWrittenForOtherPrograms() {
        Map<String, Assessment> samples = new TreeMap<>(Map.of(
                "year", Samples.year(),
                "hostile", Samples.hostile("<b>|`*_[x](javascript:alert(1))\u202E\u0000")));
        samples.forEach((name, assessment) -> {
            write(FOLDER.resolve(name), assessment, ReportOptions.defaults());
            write(
                    FOLDER.resolve(name + "-de"),
                    assessment,
                    ReportOptions.defaults().locale(Locale.GERMANY));
        });
    }

    private static void write(Path folder, Assessment assessment, ReportOptions options) {
        BridgeLetterRequest request =
                BridgeLetterTest.quiet().until(LocalDate.of(2026, 4, 2)).build();
        List<ReportRenderer> renderers = Stream.concat(
                        Stream.of(Reports.publicSummary(), Reports.publicSummaryMarkdown(), Reports.publicSummaryPdf()),
                        Stream.of(LetterFormat.values()).map(format -> Reports.bridgeLetter(request, format)))
                .toList();
        for (ReportRenderer renderer : renderers) {
            assertThat(renderer.write(assessment, options, folder.resolve(renderer.fileName()))
                            .bytes())
                    .isPositive();
        }
        for (String set : List.of("management-drafts", "workpapers", "workpapers-md")) {
            assertThat(Reports.set(set)
                            .orElseThrow()
                            .write(assessment, options, folder.resolve(set))
                            .bytes())
                    .isPositive();
        }
    }
}
