package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.CriterionAlgebra;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.report.Reports;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.Mappings;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.sampling.Binomial;
import dev.soc2.rules.sampling.Frame;
import dev.soc2.rules.sampling.SampleSize;
import dev.soc2.rules.scenario.Scenario;
import dev.soc2.rules.scenario.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The mistakes that software of this kind makes, each with a test of its name. Where a scenario shows it, the scenario is
 * run here; the rest is asked of the library.
 */
class TrapsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SCENARIOS = ROOT.resolve("soc2-rules/src/test/resources/scenarios");

    private static void holds(String... names) {
        for (String name : names) {
            Scenarios.in(SCENARIOS.resolve(name + ".yaml")).stream().forEach(Scenario::check);
        }
    }

    private static Engagement year() {
        return Engagement.typeII("traps", "Acme Payroll, Inc.")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York"))
                .categories(TrustServicesCategory.SECURITY)
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .build();
    }

    private static List<Evidence> reviews() {
        return Stream.of("2025-03-28", "2025-06-20", "2025-12-15")
                .map(day -> Evidence.of(
                                "review-" + day,
                                "access.review.completed",
                                "prod-db",
                                Instant.parse(day + "T15:00:00Z"),
                                "grc")
                        .actor("ann")
                        .build())
                .toList();
    }

    private static Assessment assess(Engagement engagement, List<Evidence> evidence) {
        return Assessor.with(RulePacks.starter())
                .underTest(Set.of("IAM-04"))
                .assess(engagement, InMemoryEvidence.of(evidence));
    }

    @Test
    void trap01AnEmptyPopulationIsNeverSuccess() {
        holds("population/empty-unproven", "state/no-assets", "completeness/standing-month-silent");
        holds("threshold/nothing-at-all", "attested/no-item-tested", "occurrence/no-sev1-and-nothing-proves-it");
        assertThat(CriterionAlgebra.operation(List.of(), false).conclusion().name())
                .isEqualTo("NOT_MET");
    }

    @Test
    void trap02ARuleThatThrowsStaysInTheReport() {
        // FailingRuleTest and PartsTest let rules throw; here the way back to the reader: an expression that errs.
        holds("attribute/type-error", "combined/what-cannot-be-said-hides-what-failed");
    }

    @Test
    void trap03NothingIsRoundedBeforeItIsCompared() {
        // ceil(0.035 * 400) is 14; in doubles 0.035 * 400 is 14.000000000000002 and gives 15.
        assertThat(Binomial.plan(new BigDecimal("0.90"), new BigDecimal("0.05"), new BigDecimal("0.035")))
                .isEqualTo(new SampleSize(400, 14));
        holds("threshold/the-table-of-april", "attribute/decimals-are-exact", "policy/tolerance-missed-by-a-hair");
    }

    @Test
    void trap04TheUpperLimitIsOneSided() {
        // 1 of 60 at 95 %: one-sided 7.66 %, the upper end of a two-sided interval 8.94 %.
        assertThat(Binomial.upperLimit(60, 1, new BigDecimal("0.95")))
                .isBetween(new BigDecimal("0.0765"), new BigDecimal("0.0767"));
    }

    @Test
    void trap05ALocalCadenceKnowsItsOwnDays() {
        holds("cadence/d-local-day-decides", "cadence/d-same-instant-in-utc", "cadence/unit-day-over-daylight-saving");
    }

    @Test
    void trap06ElapsedCalendarAndBusinessTimeAreThreeThings() {
        holds(
                "sla/daylight-saving-elapsed-or-calendar",
                "sla/business-hours-table",
                "sla/business-days-over-a-holiday");
    }

    @Test
    void trap07LeapDaysAndMonthEndsDoNotDrift() {
        holds("sla/leap-day", "policy-review/age-over-a-leap-day", "freshness/calendar-year-over-a-leap-day");
        holds("completeness/recurring-from-the-29th-of-february");
    }

    @Test
    void trap08WeeksBelongToTheirWeekYear() {
        holds("cadence/unit-week-over-new-year", "threshold/weeks-of-the-week-year");
    }

    @Test
    void trap09ALookAfterThePeriodSaysNothingAboutIt() {
        holds("state/taken-late", "population/taken-early");
    }

    @Test
    void trap10WhatWasKnownIsAnotherTimeThanWhatHappened() {
        holds("time/known-at-hides-a-late-record", "time/recorded-defaults-to-observed", "sla/stop-in-the-future");
    }

    @Test
    void trap11AnAssetThatIsGoneStaysInThePopulation() {
        holds("state/retired-assets-count", "state/mfa-of-six-accounts", "cadence/subject-retired-before-its-record");
    }

    @Test
    void trap12RehiresAndRenamesAreMatchedAsDeclared() {
        holds("completeness/leavers-with-a-rehire", "completeness/keys-normalised", "completeness/keys-as-written");
        holds("state/born-again-is-not-known");
    }

    @Test
    void trap13ASecondAccountIsNoSecondPerson() {
        holds("ordering/approver-is-the-author-by-another-account", "ordering/author-by-another-account");
        holds("ordering/changes-c1-to-c8-with-clock-skew", "ordering/approval-dismissed-before-the-merge");
    }

    @Test
    void trap14AFindingThatNobodyLookedForAgainIsNotFixed() {
        holds("sla/not-seen-again-without-a-scan", "sla/vulnerabilities-f1-to-f6");
    }

    @Test
    void trap15ALostDocumentIsNotReplacedInTheSample() {
        holds("sampling/a-lost-document-is-a-deviation-and-is-not-replaced");
        holds("sampling/an-undetermined-item-stays-in-the-sample");
    }

    @Test
    void trap16TheSeedIsNotChosenAndExtendingKeepsEarlierPicks() {
        holds("sampling/a-seed-of-the-pack-is-said", "sampling/one-of-40-after-the-planned-extension");
    }

    @Test
    void trap17TheDigestOfAPopulationIsFreeOfOrderLocaleAndNormalisation() {
        assertThat(Frame.hash(List.of("Z", "a", "\u00e9"))).isEqualTo(Frame.hash(List.of("\u00e9", "a", "Z")));
        assertThat(Frame.hash(List.of("\u00e9"))).isNotEqualTo(Frame.hash(List.of("e\u0301")));
    }

    @Test
    void trap18ExcusedItemsLeaveTheDenominatorAndLateApprovalsExcuseNothing() {
        holds("policy/exception-before-due", "policy/exception-too-late", "prohibition/excused-too-late");
    }

    @Test
    void trap19ACompensatingControlWorkedInTheSameTime() {
        holds("reliance/trap-19-introduced-after-the-failure", "reliance/trap-19-itself-untested");
        holds("rollup/compensating-control-came-later");
    }

    @Test
    void trap20AScheduledControlThatNeverRanHasFailed() {
        holds("cadence/h-never-performed", "reliance/trap-20-scheduled-and-never-run");
    }

    @Test
    void trap21ACriterionThatRestsOnOthersSaysSo() {
        holds("reliance/customers-alone", "reliance/csocs-alone-monitored", "reliance/csocs-alone-not-monitored");
    }

    @Test
    void trap22ATypeISaysNothingOfOperation() {
        Engagement date = Engagement.typeI("traps", "Acme Payroll, Inc.")
                .date(LocalDate.of(2025, 6, 30), ZoneId.of("America/New_York"))
                .categories(TrustServicesCategory.SECURITY)
                .asOf(Instant.parse("2025-07-01T04:00:00Z"))
                .build();
        Assessment assessment = assess(date, reviews());

        assertThat(assessment.control("IAM-04").operating()).isEmpty();
        assertThat(assessment.control("IAM-04").tests()).isEmpty();
        assertThat(Reports.json().render(assessment, ReportOptions.defaults()))
                .doesNotContain("EFFECTIVE", "\"operating\"", "\"operation\"");
    }

    @Test
    void trap23AnEarlyAssessmentIsMarkedAndItsPendingItemsAreNoSuccess() {
        holds("cadence/e-last-quarter-pending", "time/interim-with-pending-items");
        Assessment interim = assess(
                year().toBuilder().asOf(Instant.parse("2025-10-01T00:00:00Z")).build(), reviews());

        assertThat(interim.status()).isEqualTo(AssessmentStatus.INTERIM);
        assertThat(interim.suggestedOpinion().overall()).isEqualTo(OpinionKind.NOT_DETERMINABLE_YET);
        for (String form : List.of("html", "markdown", "console", "json")) {
            assertThat(Reports.named(form).orElseThrow().render(interim, ReportOptions.defaults()))
                    .as(form)
                    .containsIgnoringCase("interim");
        }
    }

    @Test
    void trap24EvidenceTextNeverBecomesMarkup() {
        List<Evidence> hostile = new ArrayList<>(reviews());
        hostile.add(Evidence.of("r", "management.response", "IAM-04", Instant.parse("2026-01-05T15:00:00Z"), "grc")
                .with("control", "IAM-04")
                .with("response", "=1+1 <script>alert(1)</script>")
                .build());
        Assessment assessment = assess(year(), hostile);

        assertThat(Reports.html().render(assessment, ReportOptions.defaults().verbose(true)))
                .doesNotContain("<script>alert(1)")
                .contains("&lt;script&gt;");
    }

    @Test
    void trap25TheOrderOfTheEvidenceChangesNoByte() {
        List<Evidence> turned = new ArrayList<>(reviews());
        Collections.reverse(turned);

        assertThat(Reports.json().render(assess(year(), turned), ReportOptions.defaults()))
                .isEqualTo(Reports.json().render(assess(year(), reviews()), ReportOptions.defaults()));
    }

    @Test
    void trap26AMappingClaimsNothingElsewhere() {
        for (String id : Mappings.ids()) {
            assertThat(Mappings.builtIn(id).notice()).contains("shows nothing about another framework");
        }
    }

    @Test
    void trap27TheWordsOfTheCriteriaAreOurOwn() {
        // The published criteria speak of "the entity" in every sentence.
        for (Path resource : resources()) {
            assertThat(text(resource).toLowerCase(Locale.ROOT))
                    .as(resource.toString())
                    .doesNotContain("the entity");
        }
        assertThat(CriteriaDocument.builtIn().criteria())
                .extracting(Criterion::title)
                .allMatch(title -> title.length() <= 60);
    }

    @Test
    void trap28OneIntentionalDeviationDecides() {
        holds("policy/analysis-intentional-under-tolerance", "reliance/trap-28-one-intentional-bypass-decides");
        holds("sampling/one-intentional-deviation-decides");
    }

    @Test
    void trap29AdjoiningPeriodsListEachTriggerOnce() {
        holds("time/straddle-training-triggered-in-period", "time/straddle-training-due-in-period");
        holds("cadence/slot-falls-to-one-of-two-periods", "sla/trigger-on-the-edge-of-the-period");
    }

    @Test
    void trap30TheVersionOfTheZoneRulesIsStored() {
        assertThat(assess(year(), reviews()).inputs().tzdbVersion()).matches("20[0-9]{2}[a-z]");
    }

    private static List<Path> resources() {
        List<Path> found = new ArrayList<>();
        for (String module : List.of("soc2-model", "soc2-rules")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/resources"))) {
                files.filter(Files::isRegularFile).forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(found).hasSizeGreaterThan(8);
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
