package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.TestResult;
import dev.soc2.quickstart.acme.AcmeFiles;
import dev.soc2.quickstart.acme.AcmeGenerator;
import dev.soc2.quickstart.acme.GroundTruth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    void everyControlOfThePackIsExecuted() {
        assertThat(assessment.controls()).hasSize(84);
        assertThat(assessment.controls().stream()
                        .filter(control -> control.operating()
                                .filter(
                                        Set.of(OperatingConclusion.NOT_TESTED, OperatingConclusion.NOT_APPLICABLE)
                                                ::contains)
                                .isPresent())
                        .map(control -> control.control().id()))
                .isEmpty();
    }

    @Test
    void everyPopulationIsProven() {
        assertThat(Agreement.evaluated(assessment))
                .extracting(test -> test.population().ipe())
                .containsOnly(IpeStatus.VERIFIED, IpeStatus.NOT_NEEDED);
    }

    @Test
    void everyKindOfThePackFindsSomethingAndIsContentWithMore() {
        Set<String> kinds = Set.of(
                "ATTRIBUTE",
                "CADENCE",
                "SLA",
                "COMPLETENESS",
                "POLICY_REVIEW",
                "STATE",
                "FRESHNESS",
                "ORDERING",
                "THRESHOLD",
                "OCCURRENCE");

        assertThat(kinds(test -> true)).isEqualTo(kinds);
        assertThat(kinds(test -> test.counts().deviations() > 0)).isEqualTo(kinds);
        assertThat(kinds(test -> test.counts().conforming() > 0)).isEqualTo(kinds);
    }

    /** Hand-reckoned from the plan: a handful fail, most are effective, one cannot be decided, and some had to rest. */
    @Test
    void theYearLooksLikeThatOfAYoungCompany() {
        assertThat(controls(OperatingConclusion.INEFFECTIVE))
                .containsExactlyInAnyOrder("DLP-02", "GOV-07", "IAM-04", "POL-07", "POL-10", "PRV-05");
        assertThat(controls(OperatingConclusion.INSUFFICIENT_EVIDENCE)).containsExactly("LOG-02");
        assertThat(controls(OperatingConclusion.DID_NOT_OPERATE))
                .containsExactlyInAnyOrder("AVL-06", "CHG-03", "PRV-11");
        assertThat(controls(OperatingConclusion.EFFECTIVE)).hasSizeGreaterThan(40);
        assertThat(assessment.suggestedOpinion().overall()).isEqualTo(OpinionKind.QUALIFIED);
    }

    private Set<String> kinds(Predicate<TestResult> which) {
        return Agreement.evaluated(assessment).stream()
                .filter(which)
                .map(TestResult::ruleKind)
                .collect(Collectors.toSet());
    }

    private List<String> controls(OperatingConclusion conclusion) {
        return assessment.controls().stream()
                .filter(control -> control.operating().equals(Optional.of(conclusion)))
                .map(control -> control.control().id())
                .toList();
    }
}
