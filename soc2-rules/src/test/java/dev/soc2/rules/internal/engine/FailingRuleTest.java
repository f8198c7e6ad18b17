package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.Assessor;
import dev.soc2.rules.internal.pack.PackDocuments;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A rule that fails makes its own test insufficient, says why, and takes nothing else with it. */
class FailingRuleTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final String PACK = """
            pack: failing
            version: 1.0.0
            license: Apache-2.0
            criteria: tsc-2017-rev-2022
            controls:
              - id: SLA-01
                title: Leavers lose access in time
                criteria: [CC6.2]
                nature: DETECTIVE
                execution: MANUAL
                frequency: EVENT
                key: true
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: SLA, trigger: {type: hr.terminated}, answer: {type: iam.account.disabled}, match: [subject], limit: 1BD, calendar: never}
                  - id: T2
                    procedure: INSPECTION
                    rule: {kind: ATTRIBUTE, of: {type: hr.terminated}, require: "subject != ''"}
              - id: CAD-01
                title: Backups are looked at on every business day
                criteria: [CC7.1]
                nature: DETECTIVE
                execution: MANUAL
                frequency: DAILY
                key: true
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: CADENCE, of: {type: access.review.completed}, every: BUSINESS_DAY, calendar: never}
              - id: ATT-01
                title: Leavers are named
                criteria: [CC6.1]
                nature: DETECTIVE
                execution: MANUAL
                frequency: EVENT
                key: true
                tests:
                  - id: T1
                    procedure: INSPECTION
                    rule: {kind: ATTRIBUTE, of: {type: hr.terminated}, require: "subject != ''"}
            """;

    /** Open on Mondays only, and every Monday of a quarter of a century is a holiday. */
    private static BusinessCalendar never() {
        Set<LocalDate> holidays = LocalDate.of(2014, 1, 6)
                .datesUntil(LocalDate.of(2039, 1, 1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .collect(Collectors.toSet());
        return new BusinessCalendar(
                "never", NEW_YORK, LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of(DayOfWeek.MONDAY), holidays);
    }

    private static Assessment assess() {
        Engagement year = Engagement.typeII("t", "Test")
                .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), NEW_YORK)
                .asOf(Instant.parse("2026-02-01T00:00:00Z"))
                .calendar(never())
                .build();
        List<Evidence> evidence = List.of(
                Evidence.of("t1", "hr.terminated", "ann", Instant.parse("2025-03-03T15:00:00Z"), "hris")
                        .build(),
                Evidence.of("d1", "iam.account.disabled", "ann", Instant.parse("2025-03-03T16:00:00Z"), "idp")
                        .build());
        return Assessor.with(PackDocuments.read("failing.yaml", PACK.getBytes(StandardCharsets.UTF_8)))
                .assess(year, (query, sink) -> evidence.forEach(sink::accept));
    }

    private static void saysThatItFailed(TestResult test) {
        assertThat(test.conclusion()).isEqualTo(OperatingConclusion.INSUFFICIENT_EVIDENCE);
        assertThat(test.counts().evaluated()).isZero();
        assertThat(test.reasons()).extracting(Reason::code, Reason::text).satisfiesExactly(reason -> {
            assertThat(reason.toList().get(0)).isEqualTo(ReasonCode.RULE_ERROR);
            assertThat((String) reason.toList().get(1)).contains("'never' has no business day");
        });
    }

    @Test
    void aLimitInBusinessDaysThatNeverComeFailsItsTestOnly() {
        ControlResult control = assess().control("SLA-01");

        saysThatItFailed(control.test("T1").orElseThrow());
        assertThat(control.test("T2").orElseThrow().conclusion()).isEqualTo(OperatingConclusion.EFFECTIVE);
        assertThat(control.operating()).contains(OperatingConclusion.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void aCadenceOfBusinessDaysThatNeverComeFailsItsTestOnly() {
        saysThatItFailed(assess().control("CAD-01").test("T1").orElseThrow());
    }

    @Test
    void theOtherControlsAreStillAssessed() {
        Assessment assessment = assess();

        assertThat(assessment.control("ATT-01").operating()).contains(OperatingConclusion.EFFECTIVE);
        assertThat(assessment.criteria().stream()
                        .filter(c -> Set.of("CC6.1", "CC6.2", "CC7.1")
                                .contains(c.criterion().id().value()))
                        .map(c -> c.conclusion())
                        .toList())
                .containsExactly(
                        CriterionConclusion.MET,
                        CriterionConclusion.INSUFFICIENT_EVIDENCE,
                        CriterionConclusion.INSUFFICIENT_EVIDENCE);
    }
}
