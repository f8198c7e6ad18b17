package dev.soc2.quickstart.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    @Test
    void threeReviewsWhereFourWereDueAreIneffective() {
        Assessment assessment = FirstVerdictExample.run();

        assertThat(assessment.control("IAM-04").operating()).contains(OperatingConclusion.INEFFECTIVE);
        assertThat(assessment.control("IAM-04").deviations()).singleElement().satisfies(deviation -> {
            assertThat(deviation.item().id()).isEqualTo("payroll 2025-Q3");
            assertThat(deviation.item().reason()).isEqualTo(ReasonCode.MISSING);
        });
    }

    @Test
    void aFolderBecomesAReport(@TempDir Path reports) {
        Path report = reports.resolve("soc2.html");

        Assessment assessment = FolderExample.run(Path.of("src/main/engagements/kafka-2023"), report);

        assertThat(assessment.control("KAFKA-CHG-01").operating())
                .contains(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS);
        assertThat(report).content().contains("KAFKA-CHG-01");
    }

    @Test
    void aControlOfOnesOwnFindsTheCeremonyWithOneWitness() {
        Assessment assessment = CustomPackExample.run(Path.of("src/main/examples/acme-extras.yaml"));

        // One of two, and not merely late.
        assertThat(assessment.control("ACME-01").operating()).contains(OperatingConclusion.INEFFECTIVE);
        assertThat(assessment.control("ACME-01").test("T1").orElseThrow().items())
                .filteredOn(item -> item.outcome() == ItemOutcome.DEVIATION)
                .extracting(item -> item.id())
                .containsExactly("ceremony-2");
    }
}
