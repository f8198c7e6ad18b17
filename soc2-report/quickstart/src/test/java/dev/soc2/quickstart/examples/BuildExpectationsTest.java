package dev.soc2.quickstart.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.report.compare.Baseline;
import dev.soc2.report.testkit.AssessmentAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test of a host looks like. */
class BuildExpectationsTest {

    private static final Path FOLDER = Path.of("src/main/engagements/kafka-2023");
    private static final Path BASELINE = Path.of("src/test/resources/kafka-2023-baseline.txt");
    private static final Path GUIDE = Path.of("../../soc2-model/src/site/markdown/guides/continuous-integration.md");

    @TempDir
    private Path reports;

    // tag::expectations[]
    @Test
    void nothingNewIsWrong() {
        Assessment assessment = FolderExample.run(FOLDER, reports.resolve("soc2.html"));
        Baseline known = Baseline.read(BASELINE);

        AssessmentAssert.assertThat(assessment)
                .hasNoNewExceptions(known)
                .control("KAFKA-CHG-01")
                .isConcluded(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS)
                .hasDeviations(50)
                .and()
                .supports("CC8.1");
    }
    // end::expectations[]

    @Test
    void theGuideShowsWhatAFaultSays() throws IOException {
        Assessment assessment = FolderExample.run(FOLDER, reports.resolve("soc2.html"));
        Baseline known = Baseline.read(BASELINE);
        Baseline one = known.without(known.findings().subList(0, 1));

        AssertionError fault = catchThrowableOfType(
                AssertionError.class,
                () -> AssessmentAssert.assertThat(assessment).hasNoNewExceptions(one));

        assertThat(Files.readString(GUIDE)).contains("```\n" + fault.getMessage() + "\n```");
    }
}
