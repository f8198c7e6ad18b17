package dev.soc2.quickstart.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.quickstart.docs.Page.Block;
import dev.soc2.quickstart.examples.FolderExample;
import dev.soc2.report.Reports;
import dev.soc2.report.render.ReportOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures that the pages print are those of the shipped engagements. */
class FiguresTest {

    private static final Path ENGAGEMENTS = Path.of("src/main/engagements").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"kafka-2023", "public-records"})
    void theGuideShowsTheCountThatTheEngagementShows(String engagement) {
        Page shipped = Page.of(ENGAGEMENTS.resolve(engagement).resolve("README.md"));
        String count = Page.guide(engagement + ".md").blocks().stream()
                .filter(block -> block.marker().equals("output count.py"))
                .map(Block::text)
                .findFirst()
                .orElseThrow();

        assertThat(shipped.blocks()).extracting(Block::text).contains("$ python3 count.py\n" + count);
    }

    @Test
    void theAssessmentComesToTheSameFigures() {
        Assessment assessment = assess("kafka-2023");
        String guide = String.join("\n", Page.guide("kafka-2023.md").lines());

        assertThat(assessment.control("KAFKA-CHG-01").operating())
                .contains(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS);
        assertThat(guide)
                .contains("| changes | "
                        + figure(assessment
                                .control("KAFKA-CHG-01")
                                .tests()
                                .get(0)
                                .counts()
                                .evaluated()))
                .contains("deviations | " + assessment.deviations().size() + " | 50 (47")
                .contains("`" + assessment.control("KAFKA-CHG-02").operating().orElseThrow() + "`")
                .contains("`" + assessment.criteria().get(0).conclusion() + "`")
                .contains("`" + assessment.suggestedOpinion().overall() + "`");
    }

    @Test
    void thePublicRecordsComeToTheSameConclusions() {
        Assessment assessment = assess("public-records");
        List<String> guide = Page.guide("public-records.md").lines();
        List<String> readme =
                Page.of(ENGAGEMENTS.resolve("public-records/README.md")).lines();

        assertThat(assessment.controls()).hasSize(9).allSatisfy(control -> {
            String id = control.control().id();
            String conclusion = "| `" + control.operating().orElseThrow() + "` |";
            assertThat(guide).anyMatch(line -> line.startsWith("| " + id + ",") && line.endsWith(conclusion));
            assertThat(readme).anyMatch(line -> line.startsWith("| `" + id + "`") && line.endsWith(conclusion));
        });
        assertThat(assessment.criteria())
                .hasSize(6)
                .allSatisfy(criterion -> assertThat(guide)
                        .contains("| " + criterion.criterion().id().value() + " | `" + criterion.conclusion() + "` |"));
    }

    @Test
    void theReadmeShowsLinesOfTheConsoleReport() {
        List<String> shown = Page.readme().blocks().stream()
                .filter(block -> block.marker().equals("console"))
                .flatMap(block -> block.text().lines())
                .filter(line -> !line.equals("..."))
                .toList();

        assertThat(shown).isNotEmpty();
        assertThat(console("kafka-2023") + console("acme-2025")).contains(shown);
    }

    private String console(String engagement) {
        return Reports.console().render(assess(engagement), ReportOptions.defaults());
    }

    private Assessment assess(String engagement) {
        return FolderExample.run(ENGAGEMENTS.resolve(engagement), folder.resolve(engagement + ".html"));
    }

    private static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
