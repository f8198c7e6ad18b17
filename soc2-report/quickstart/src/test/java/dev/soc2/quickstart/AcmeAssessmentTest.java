package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.quickstart.acme.AcmeFiles;
import dev.soc2.quickstart.acme.AcmeGenerator;
import dev.soc2.quickstart.acme.GroundTruth;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AcmeAssessmentTest {

    private final Assessment assessment = Shipped.assess(Shipped.ACME);

    @Test
    void everyPlantedDeviationIsFoundWithItsReasonAndNothingElse() {
        GroundTruth truth = AcmeGenerator.generate(new SplittableRandom(AcmeFiles.SHIPPED_SEED))
                .truth();

        Agreement.check(assessment, truth);
    }

    @Test
    void nothingIsLeftUndetermined() {
        assertThat(Agreement.evaluated(assessment))
                .allSatisfy(test -> assertThat(test.counts().undetermined()).isZero());
    }

    @Test
    void everyPopulationIsProven() {
        assertThat(Agreement.evaluated(assessment))
                .extracting(test -> test.population().ipe())
                .containsOnly(IpeStatus.VERIFIED, IpeStatus.NOT_NEEDED);
    }

    @Test
    void theKindsOfTheGeneratorAreEvaluated() {
        assertThat(Agreement.evaluated(assessment))
                .extracting(test -> test.ruleKind())
                .contains("ATTRIBUTE", "CADENCE", "SLA", "COMPLETENESS", "POLICY_REVIEW");
    }
}
