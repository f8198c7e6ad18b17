package dev.soc2.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.JudgedConclusion;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.Notice;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.RelianceResult;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.internal.scenario.Expectation;
import dev.soc2.rules.internal.scenario.Expectation.OfControl;
import dev.soc2.rules.internal.scenario.Expectation.OfItem;
import dev.soc2.rules.internal.scenario.Expectation.OfTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is expected beside what came out, with an assessment made by hand. */
class ComparisonTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final Evidence RECORD = Evidence.of(
                    "r1", "access.review.completed", "prod", Instant.parse("2025-03-28T15:00:00Z"), "grc")
            .build();

    @Test
    void whatIsNotNamedIsNotCompared() {
        assertThat(compare(expecting(none()))).isEmpty();
    }

    @Test
    void everythingThatCameOutIsAsExpected() {
        OfTest test = new OfTest(
                Optional.of(OperatingConclusion.INEFFECTIVE),
                Optional.of(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS),
                Optional.of(Map.of(ItemOutcome.CONFORMING, 1L, ItemOutcome.DEVIATION, 1L)),
                Map.of("2025-Q3", new OfItem(Optional.of(ItemOutcome.DEVIATION), Optional.of(ReasonCode.MISSING))),
                List.of(ReasonCode.EXCEEDS_POLICY),
                Optional.of(IpeStatus.NOT_NEEDED),
                OptionalLong.of(2));

        Expectation expectation = new Expectation(
                Optional.of(AssessmentStatus.FINAL),
                Map.of(
                        "C1",
                        new OfControl(
                                Optional.of(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS),
                                Optional.of(DesignConclusion.SUITABLE),
                                Optional.empty(),
                                Map.of("T1", test),
                                Map.of())),
                Map.of(CriterionId.of("CC6.2"), CriterionConclusion.NOT_MET),
                Map.of(
                        "description",
                        OpinionKind.UNQUALIFIED,
                        "design",
                        OpinionKind.UNQUALIFIED,
                        "operation",
                        OpinionKind.QUALIFIED,
                        "overall",
                        OpinionKind.QUALIFIED),
                Map.of(),
                Map.of(),
                List.of("SEE"));

        assertThat(Comparison.of(expectation, assessment(), List.of(RECORD))).isEmpty();
    }

    @Test
    void anItemShowsItsEvidence() {
        OfItem item = new OfItem(Optional.of(ItemOutcome.DEVIATION), Optional.of(ReasonCode.LATE));

        List<Mismatch> found = compare(expecting(items(Map.of("2025-Q1", item))));

        assertThat(new ScenarioResult("a review", assessment(), found).text()).isEqualTo("""
                scenario 'a review' came out otherwise:
                  control C1, test T1, item '2025-Q1'
                    expected: DEVIATION LATE
                    actual:   CONFORMING ON_TIME (in time)
                    evidence: {"id":"r1","type":"access.review.completed","subject":"prod","occurredAt":"2025-03-28T15:00:00Z","source":"grc"}""");
    }

    @Test
    void aReasonAloneIsCompared() {
        OfItem item = new OfItem(Optional.empty(), Optional.of(ReasonCode.LATE));

        assertThat(compare(expecting(items(Map.of("2025-Q3", item)))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.expected()).isEqualTo("any outcome LATE");
                    assertThat(found.actual()).isEqualTo("DEVIATION MISSING");
                });
    }

    @Test
    void anItemThatIsNotThereNamesThoseThatAre() {
        OfItem item = new OfItem(Optional.of(ItemOutcome.PENDING), Optional.empty());

        assertThat(compare(expecting(items(Map.of("2025-Q4", item)))))
                .containsExactly(new Mismatch(
                        "control C1, test T1, item '2025-Q4'", "an item", "there are '2025-Q1', '2025-Q3'", List.of()));
    }

    @Test
    void anOutcomeThatCountsDoNotNameIsNone() {
        OfTest test = new OfTest(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Map.of(ItemOutcome.CONFORMING, 1L)),
                Map.of(),
                List.of(),
                Optional.empty(),
                OptionalLong.empty());

        assertThat(compare(expecting(test)))
                .containsExactly(new Mismatch(
                        "control C1, test T1: count of DEVIATION", "0", "1: '2025-Q3' MISSING", List.of()));
    }

    @Test
    void aConclusionShowsItsReasons() {
        OfTest test = new OfTest(
                Optional.of(OperatingConclusion.EFFECTIVE),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(ReasonCode.SYSTEMIC),
                Optional.of(IpeStatus.VERIFIED),
                OptionalLong.of(3));

        assertThat(compare(expecting(test)))
                .containsExactly(
                        new Mismatch(
                                "control C1, test T1: conclusion",
                                "EFFECTIVE",
                                "INEFFECTIVE (EXCEEDS_POLICY: 1 of 2)",
                                List.of()),
                        new Mismatch("control C1, test T1: population", "VERIFIED", "NOT_NEEDED", List.of()),
                        new Mismatch("control C1, test T1: population count", "3", "2", List.of()),
                        new Mismatch("control C1, test T1: reasons", "SYSTEMIC", "EXCEEDS_POLICY", List.of()));
    }

    @Test
    void controlsCriteriaAndOpinionsDiffer() {
        Expectation expectation = new Expectation(
                Optional.of(AssessmentStatus.INTERIM),
                Map.of("C2", new OfControl(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of())),
                Map.of(CriterionId.of("CC6.3"), CriterionConclusion.MET),
                Map.of("overall", OpinionKind.ADVERSE),
                Map.of(),
                Map.of(),
                List.of("OTHER"));

        assertThat(Comparison.of(expectation, assessment(), List.of()))
                .containsExactly(
                        new Mismatch("status", "INTERIM", "FINAL", List.of()),
                        new Mismatch("control C2", "a result", "none", List.of()),
                        new Mismatch("criterion CC6.3", "MET", "not concluded on", List.of()),
                        new Mismatch("suggested opinion: overall", "ADVERSE", "QUALIFIED", List.of()),
                        new Mismatch("notices", "OTHER", "SEE", List.of()));
    }

    private static List<Mismatch> compare(Expectation expectation) {
        return Comparison.of(expectation, assessment(), List.of(RECORD));
    }

    private static Expectation expecting(OfTest test) {
        OfControl control =
                new OfControl(Optional.empty(), Optional.empty(), Optional.empty(), Map.of("T1", test), Map.of());
        return new Expectation(
                Optional.empty(), Map.of("C1", control), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
    }

    private static OfTest none() {
        return items(Map.of());
    }

    private static OfTest items(Map<String, OfItem> items) {
        return new OfTest(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                items,
                List.of(),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** One control with two slots: the first done in time, the third never. */
    private static Assessment assessment() {
        TestResult test = new TestResult(
                "T1",
                TestProcedure.INSPECTION,
                "CADENCE",
                "a review in each quarter",
                Lane.CENSUS,
                Optional.empty(),
                "CENSUS",
                OperatingConclusion.INEFFECTIVE,
                Optional.of(
                        new JudgedConclusion(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS, "why", "dora", true, "j1")),
                List.of(new Reason(ReasonCode.EXCEEDS_POLICY, "1 of 2")),
                new PopulationResult(2, IpeStatus.NOT_NEEDED, "quarters", List.of(), List.of()),
                new OutcomeCounts(1, 1, 0, 0, 0, 0),
                Map.of(),
                List.of(
                        item("2025-Q1", ItemOutcome.CONFORMING, ReasonCode.ON_TIME, "in time", List.of("r1")),
                        item("2025-Q3", ItemOutcome.DEVIATION, ReasonCode.MISSING, "", List.of())),
                Optional.empty());
        ControlResult control = new ControlResult(
                control(),
                DesignConclusion.SUITABLE,
                Optional.of(OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS),
                Optional.empty(),
                START,
                END,
                List.of(),
                List.of(test),
                List.of(),
                List.of());
        CriterionResult criterion = new CriterionResult(
                CriteriaDocument.builtIn().find(CriterionId.of("CC6.2")).orElseThrow(),
                CriterionConclusion.NOT_MET,
                List.of(),
                List.of("C1"));
        return new Assessment(
                Engagement.typeII("e", "Acme")
                        .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC)
                        .build(),
                AssessmentStatus.FINAL,
                new AssessmentInputs(
                        1,
                        "0".repeat(64),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        new PackDigest("c", "1", "0".repeat(64)),
                        "1",
                        "t",
                        END,
                        Optional.empty()),
                List.of(control),
                List.of(criterion),
                List.of(),
                RelianceResult.NONE,
                new SuggestedOpinion(
                        new OpinionPart(OpinionKind.UNQUALIFIED, List.of()),
                        new OpinionPart(OpinionKind.UNQUALIFIED, List.of()),
                        Optional.of(new OpinionPart(OpinionKind.QUALIFIED, List.of()))),
                List.of(new Notice("SEE", "this")),
                List.of());
    }

    private static ItemResult item(
            String id, ItemOutcome outcome, ReasonCode reason, String detail, List<String> evidence) {
        return new ItemResult(
                id, "prod", outcome, reason, Optional.empty(), Optional.empty(), Optional.empty(), detail, evidence);
    }

    private static Control control() {
        return new Control(
                "C1",
                "t",
                "",
                Set.of(CriterionId.of("CC6.2")),
                ControlNature.DETECTIVE,
                ControlExecution.MANUAL,
                ControlFrequency.QUARTERLY,
                true,
                "",
                "",
                EffectiveDates.ALWAYS,
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }
}
