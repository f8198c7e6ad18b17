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

/** The figures that the pages print are those of the shipped engagements. */
class FiguresTest {

    private static final Path ENGAGEMENTS = Path.of("src/main/engagements").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theGuideShowsTheCountThatTheEngagementShows() {
        Page shipped = Page.of(ENGAGEMENTS.resolve("kafka-2023/README.md"));
        String count = Page.guide("kafka-2023.md").blocks().stream()
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
