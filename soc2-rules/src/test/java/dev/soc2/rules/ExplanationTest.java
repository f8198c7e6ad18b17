package dev.soc2.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.document.AssessmentDocument;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.EngagementBuilder;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Recommendation;
import dev.soc2.model.result.RecommendedAction;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an assessment says about its reasons, what would change them, and what to do. */
class ExplanationTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Evidence review(String at) {
        return Evidence.of("review-" + at, "access.review.completed", "prod-db", Instant.parse(at), "grc")
                .build();
    }

    private static final List<Evidence> REVIEWS = Stream.of(
                    "2025-03-28T15:00:00Z", "2025-06-20T15:00:00Z", "2025-12-15T15:00:00Z")
            .map(ExplanationTest::review)
            .toList();

    private static EngagementBuilder year() {
        return Engagement.typeII("acme-2025", "Acme Payroll")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), NEW_YORK)
                .asOf(Instant.parse("2026-02-01T00:00:00Z"));
    }

    private static Assessment assess(RulePack pack, Engagement engagement, List<Evidence> evidence) {
        return Assessor.with(pack).assess(engagement, (query, sink) -> evidence.forEach(sink::accept));
    }

    /** Written by hand: quarters in New York begin at 04:00Z in summer and at 05:00Z in winter; 1 of 4 is 25 %. */
    @Test
    void theReviewMissedInTheThirdQuarterIsExplained() {
        Assessment assessment = assess(RulePacks.starter(), year().build(), REVIEWS);

        assertThat(assessment.explain("IAM-04")).isEqualTo("""
                IAM-04 Quarterly user access review
                Operation: INEFFECTIVE. Design: SUITABLE.
                Criteria: CC6.2, CC6.3 (key control).
                Window: 2025-01-01T05:00:00Z to 2026-01-01T05:00:00Z, its end not included.

                Test T1: INEFFECTIVE (CADENCE, inspection, census)
                  Rule: access.review.completed in each QUARTER (grace P10D) per subject.
                  1 deviation of 4 items (25.0 %); CENSUS with fewer than 20 items bears one that is late, \
                and none that is absent or wrong.
                  NO_LOOKBACK: prod-db nothing is known of the time before the period.
                  COVERAGE_ASSUMED: no record says what was read of the source of access.review.completed.
                  EXCEEDS_POLICY: 1 of 4 (25.0 %) under CENSUS.
                  prod-db 2025-Q3: DEVIATION MISSING, from 2025-07-01T04:00:00Z, due 2025-10-01T04:00:00Z, no evidence.
                  Population of 4: a calendar or a list, which needs no proof.

                What would change this:
                  better, EFFECTIVE: evidence that prod-db 2025-Q3 was done in time (access.review.completed) [T1].

                What to do:
                  1. collect access.review.completed of prod-db 2025-Q3 if it was done in time; else record an \
                analysis, since a past time cannot be repaired, and perform IAM-04 for prod-db when it is next due.
                """);
    }

    @Test
    void theEvidenceThatIsAskedForChangesTheConclusion() {
        List<Evidence> more = Stream.concat(REVIEWS.stream(), Stream.of(review("2025-09-29T15:00:00Z")))
                .toList();

        ControlResult control =
                assess(RulePacks.starter(), year().build(), more).control("IAM-04");

        assertThat(control.operating()).contains(OperatingConclusion.EFFECTIVE);
        assertThat(control.flips()).noneMatch(f -> f.better());
    }

    @Test
    void onlyControlsThatWereAssessedAreExplained() {
        Assessment assessment = assess(RulePacks.starter(), year().build(), List.of());

        assertThatThrownBy(() -> assessment.explain("NO-99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NO-99");
    }

    @Test
    void everyConclusionThatIsNotGoodHasARecommendation() {
        Assessment assessment = assess(RulePacks.starter(), year().build(), REVIEWS);

        assertThat(assessment.controls())
                .filteredOn(c -> c.operating()
                        .filter(o -> o == OperatingConclusion.INEFFECTIVE
                                || o == OperatingConclusion.INSUFFICIENT_EVIDENCE
                                || o == OperatingConclusion.NOT_TESTED)
                        .isPresent())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(assessment.recommendations(c.id()))
                        .as(c.id())
                        .isNotEmpty());
    }

    @Test
    void theMostValuableRecommendationComesFirst() {
        List<Recommendation> all =
                assess(RulePacks.starter(), year().build(), REVIEWS).recommendations();

        assertThat(all)
                .isSortedAccordingTo(Comparator.comparingInt((Recommendation r) -> -r.unlocks())
                        .thenComparing(r -> !r.key())
                        .thenComparingLong(r -> -r.itemCount())
                        .thenComparing(Recommendation::about)
                        .thenComparing(Recommendation::test)
                        .thenComparing(Recommendation::action));
    }

    private static final String PACK = """
            pack: one
            version: 1.0.0
            license: Apache-2.0
            criteria: tsc-2017-rev-2022
            vocabulary: {change.merged: {reviewed: bool}}
            controls:
              - id: ONE
                title: Every change is reviewed
                criteria: [CC8.1]
                nature: DETECTIVE
                execution: MANUAL
                frequency: EVENT
                key: true
                design: [{requires: policy.approved, subject: POL-02}]
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: ATTRIBUTE, of: {type: change.merged}, require: "attributes.reviewed == true"}
            """;

    private static RulePack pack() {
        return RulePacks.read("one.yaml", PACK.getBytes(StandardCharsets.UTF_8), CriteriaDocument.builtIn());
    }

    private static Evidence change(String id, boolean reviewed) {
        return Evidence.of(id, "change.merged", "payroll", Instant.parse("2025-05-05T12:00:00Z"), "git")
                .with("reviewed", reviewed)
                .build();
    }

    /** CC8.1 hangs on one control, so that what changes the control changes the criterion. */
    @Test
    void aCriterionChangesWithItsControl() {
        Assessment assessment = assess(pack(), year().build(), List.of(change("c1", true), change("c2", false)));

        assertThat(assessment.criterion(CriterionId.of("CC8.1")).orElseThrow().flips())
                .anySatisfy(flip -> {
                    assertThat(flip.towards()).isEqualTo(CriterionConclusion.MET);
                    assertThat(flip.words()).isEqualTo("1 deviation fewer (c2)");
                    assertThat(flip.changes().get(0).control()).isEqualTo("ONE");
                });
    }

    @Test
    void aCriterionWithoutControlNeedsOneLinked() {
        Assessment assessment = assess(pack(), year().build(), List.of());

        assertThat(assessment.criterion(CriterionId.of("CC1.1")).orElseThrow().flips())
                .singleElement()
                .satisfies(flip -> {
                    assertThat(flip.towards()).isEqualTo(CriterionConclusion.MET);
                    assertThat(flip.words()).isEqualTo("a suitable control, linked to it");
                });
        assertThat(assessment.recommendations())
                .filteredOn(r -> r.about().equals("CC1.1"))
                .singleElement()
                .satisfies(r -> assertThat(r.action()).isEqualTo(RecommendedAction.CLOSE_DESIGN_GAP));
    }

    @Test
    void anEmptyPopulationIsToBeProvenAndTheDesignToBeRecorded() {
        Assessment assessment = assess(pack(), year().build(), List.of());

        assertThat(assessment.recommendations("ONE"))
                .extracting(Recommendation::what)
                .containsExactlyInAnyOrder(
                        "record a population export of change.merged covering 2025-01-01 to 2025-12-31, "
                                + "with query, rows and digest",
                        "record policy.approved of POL-02, which the design of ONE requires");
    }

    @Test
    void aLetterIsNoEvidenceAboutTheDaysThatNoReportCovers() {
        Engagement engagement = year().subserviceOrganization(new SubserviceOrganization(
                        "CloudCo",
                        "hosting",
                        SubserviceMethod.CARVE_OUT,
                        Set.of(CriterionId.of("CC6.4")),
                        List.of(new Csoc("guards its data centres")),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .build();

        assertThat(assess(pack(), engagement, List.of()).recommendations("CloudCo"))
                .extracting(Recommendation::what)
                .contains("obtain a report of CloudCo for the 365 days that none covers; "
                        + "a letter of its management is no evidence");
    }

    private static Assessment typeOne(List<Evidence> evidence) {
        Engagement engagement = Engagement.typeI("acme-2025", "Acme Payroll")
                .date(LocalDate.of(2025, 6, 30), ZoneOffset.UTC)
                .asOf(Instant.parse("2025-08-01T00:00:00Z"))
                .build();
        return assess(pack(), engagement, evidence);
    }

    /** Two things are missing, so that one of them changes nothing, and both together do. */
    @Test
    void aTypeOneAsksForAnItemAndForTheRecordOfTheDesign() {
        ControlResult control = typeOne(List.of()).control("ONE");

        assertThat(control.implementation().orElseThrow().flips())
                .filteredOn(f -> f.better())
                .singleElement()
                .satisfies(flip -> assertThat(flip.words())
                        .isEqualTo(
                                "one item that conforms (change.merged); and a record of policy.approved of POL-02"));
    }

    @Test
    void aTypeOneSaysNothingAboutOperation() {
        for (List<Evidence> evidence :
                List.of(List.<Evidence>of(), List.of(change("c1", true)), List.of(change("c1", false)))) {
            Assessment assessment = typeOne(evidence);
            String said = assessment.explain("ONE")
                    + assessment.recommendations()
                    + assessment.criteria().stream()
                            .flatMap(c -> c.flips().stream())
                            .map(f -> f.words())
                            .toList();

            assertThat(said).doesNotContainPattern("(?i)operat(?!or)|\\beffective|\\bperform ");
        }
    }

    @Test
    void theDocumentSaysItToo() {
        String json = new String(
                AssessmentDocument.bytes(assess(RulePacks.starter(), year().build(), REVIEWS)), StandardCharsets.UTF_8);

        assertThat(json).contains("\"EVIDENCE_OF\"", "\"recommendations\": [", "\"prod-db 2025-Q3\"");
    }
}
