package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The expected numbers are those that {@code count.py} prints in the engagement folder. */
class KafkaAssessmentTest {

    /** What {@code python3 count.py --list} prints after the counts. */
    private static final Path DEVIATIONS = Path.of("src/test/resources/kafka-2023-deviations.txt");

    @Test
    void theDeviationsAreThoseOfTheIndependentCount() throws IOException {
        TestResult reviewed = Shipped.test(Shipped.assess(Shipped.KAFKA), "KAFKA-CHG-01", "T1");

        assertThat(Shipped.deviations(reviewed)).hasSize(50).isEqualTo(Files.readAllLines(DEVIATIONS));
        assertThat(reviewed.counts().conforming()).isEqualTo(1_474 - 50);
        assertThat(reviewed.counts().undetermined()).isZero();
    }

    @Test
    void aShareWithinFivePercentIsEffectiveWithDeviations() {
        Assessment assessment = Shipped.assess(Shipped.KAFKA);

        // 50 of 1,474 are 3.39 %.
        assertThat(Shipped.test(assessment, "KAFKA-CHG-01", "T1").conclusion())
                .isEqualTo(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS);
        assertThat(assessment.criteria()).singleElement().satisfies(criterion -> {
            assertThat(criterion.criterion().id().value()).isEqualTo("CC8.1");
            assertThat(criterion.conclusion()).isEqualTo(CriterionConclusion.MET_WITH_EXCEPTIONS);
        });
    }

    @Test
    void everyRevertCanBeTraced() {
        TestResult reverts = Shipped.test(Shipped.assess(Shipped.KAFKA), "KAFKA-CHG-02", "T1");

        assertThat(reverts.counts().conforming()).isEqualTo(11);
        assertThat(reverts.conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE);
    }

    @Test
    void thePopulationIsProven() {
        TestResult reviewed = Shipped.test(Shipped.assess(Shipped.KAFKA), "KAFKA-CHG-01", "T1");

        assertThat(reviewed.population().ipe()).isEqualTo(IpeStatus.VERIFIED);
        assertThat(reviewed.population().count()).isEqualTo(1_474);
    }

    @Test
    void aPartialLookSuggestsNoOpinion() {
        assertThat(Shipped.assess(Shipped.KAFKA).suggestedOpinion().overall())
                .isEqualTo(OpinionKind.NOT_DETERMINABLE_YET);
    }

    @Test
    void withoutIdentitiesTwoSelfReviewsPass(@TempDir Path folder) throws IOException {
        Shipped.copy(Shipped.KAFKA, folder);
        Path file = folder.resolve("engagement.yaml");
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("identities:"))
                .toList();
        Files.write(file, lines);

        // 47 without a reviewer, and the one whose reviewer is the very same account.
        assertThat(Shipped.deviations(Shipped.test(Shipped.assess(folder), "KAFKA-CHG-01", "T1")))
                .hasSize(48);
    }
}
