package dev.soc2.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.EngagementBuilder;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionReliance;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.Notice;
import dev.soc2.rules.internal.pack.PackDocuments;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypeIAssessmentTest {

    private static final String CONTROL = """
              - id: %s
                title: Checks pass
                criteria: [%s]
                nature: DETECTIVE
                execution: MANUAL
                frequency: EVENT
                key: true
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: ATTRIBUTE, of: {type: %s}, require: "attributes.ok == true"}
            """;
    private static final RulePack PACK = PackDocuments.read(
            "p.yaml",
            ("pack: p\nversion: 1.0.0\nlicense: Apache-2.0\ncriteria: tsc-2017-rev-2022\ncontrols:\n"
                            + String.format(Locale.ROOT, CONTROL, "A-01", "CC6.2", "check.a")
                            + String.format(Locale.ROOT, CONTROL, "B-01", "CC6.3", "check.b")
                            + String.format(Locale.ROOT, CONTROL, "C-01", "CC6.1", "check.c")
                            + String.format(Locale.ROOT, CONTROL, "V-01", "CC9.2", "check.v"))
                    .getBytes(StandardCharsets.UTF_8));

    private static Evidence check(String id, String type, boolean ok) {
        return Evidence.of(id, type, "S1", Instant.parse("2025-03-03T15:00:00Z"), "lab")
                .with("ok", ok)
                .build();
    }

    private static Assessment assess(EngagementBuilder engagement) {
        List<Evidence> evidence =
                List.of(check("a1", "check.a", true), check("b1", "check.b", false), check("v1", "check.v", true));
        return Assessor.with(PACK)
                .assess(
                        engagement.build(),
                        (query, sink) -> evidence.forEach(sink::accept),
                        Instant.parse("2026-02-01T00:00:00Z"));
    }

    private static EngagementBuilder date() {
        return Engagement.typeI("one", "Acme").date(LocalDate.of(2025, 6, 30), ZoneOffset.UTC);
    }

    private static EngagementBuilder year() {
        return Engagement.typeII("two", "Acme")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneOffset.UTC);
    }

    @Test
    void aTypeIHoldsNothingAboutOperation() {
        Assessment assessment = assess(date());

        assertThat(assessment.controls()).isNotEmpty().allSatisfy(control -> {
            assertThat(control.operating()).isEmpty();
            assertThat(control.tests()).isEmpty();
            assertThat(control.implementation()).isPresent();
        });
        assertThat(assessment.suggestedOpinion().operation()).isEmpty();
        assertThat(assessment.deviations()).isEmpty();
        assertThat(new String(AssessmentDocument.bytes(assessment), StandardCharsets.UTF_8))
                .doesNotContainPattern("(?i)operat|effective|deviationPolicy|throughout|in the period");
    }

    @Test
    void theThreeAnswersOfATypeIAreToldApart() {
        Assessment assessment = assess(date());

        assertThat(assessment.controls())
                .extracting(
                        ControlResult::id,
                        c -> c.implementation().orElseThrow().implementedAsOf(),
                        ControlResult::design)
                .containsExactly(
                        tuple("A-01", ImplementedAsOf.YES, DesignConclusion.SUITABLE),
                        tuple("B-01", ImplementedAsOf.NO, DesignConclusion.UNSUITABLE),
                        tuple("C-01", ImplementedAsOf.UNKNOWN, DesignConclusion.INSUFFICIENT_EVIDENCE),
                        tuple("V-01", ImplementedAsOf.YES, DesignConclusion.SUITABLE));
    }

    @Test
    void aTypeIIHoldsNothingOfATypeI() {
        assertThat(assess(year()).controls()).isNotEmpty().allSatisfy(control -> {
            assertThat(control.operating()).isPresent();
            assertThat(control.implementation()).isEmpty();
        });
    }

    @Test
    void aCriterionOfOthersAloneIsPrintedWithItsReliance() {
        Assessment assessment = assess(year().subserviceOrganization(new SubserviceOrganization(
                "CloudCo",
                "hosting",
                SubserviceMethod.CARVE_OUT,
                Set.of(CriterionId.of("CC6.4")),
                List.of(new Csoc("guards its data centres")),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));

        var physical = assessment.criterion(CriterionId.of("CC6.4")).orElseThrow();
        assertThat(physical.conclusion()).isEqualTo(CriterionConclusion.MET_WITH_RELIANCE);
        assertThat(physical.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text())
                        .isEqualTo("relies on CloudCo: guards its data centres"
                                + " (no report of its own, 365 days of gap)"));
        assertThat(assessment.reliance().criteria())
                .containsExactly(new CriterionReliance(
                        CriterionId.of("CC6.4"),
                        true,
                        List.of(new CriterionReliance.AssumedControl("CloudCo", "guards its data centres")),
                        List.of()));
        // Nobody addresses CC6.5, and nothing is assumed for it.
        assertThat(assessment.criterion(CriterionId.of("CC6.5")).orElseThrow().conclusion())
                .isEqualTo(CriterionConclusion.NOT_MET);
    }

    @Test
    void aPeriodOfThreeToTwelveMonthsIsNotRemarkedOn() {
        for (LocalDate last : List.of(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 12, 31))) {
            assertThat(assess(Engagement.typeII("t", "Acme").period(LocalDate.of(2025, 1, 1), last, ZoneOffset.UTC))
                            .notices())
                    .extracting(Notice::code)
                    .doesNotContain("SHORT_PERIOD", "LONG_PERIOD");
        }
    }
}
