package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a Type I asks of SLA and of POLICY_REVIEW at its instant. */
class SlaInspectionTest {

    private static final Engagement INSTANT = Engagement.typeII("i", "I")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30), ZoneOffset.UTC)
            .asOf(Instant.parse("2025-09-01T00:00:00Z"))
            .build();
    private static final long END = Nanos.of(Instant.parse("2025-07-01T00:00:00Z"));
    private static final String SLA =
            "{kind: SLA, trigger: {type: a.begun}, answer: {type: a.done}, match: [subject], limit: P5D}";
    private static final String POLICY = "{kind: POLICY_REVIEW, policy: POL, maxReviewInterval: P1Y}";

    private static Evidence record(String type, String subject, String day) {
        return Evidence.of(type + subject + day, type, subject, Instant.parse(day + "T10:00:00Z"), "desk")
                .build();
    }

    private static Findings inspect(String rule, Evidence... records) {
        return OneRule.inspect(rule, INSTANT, List.of(records), new Window(END - 1, END));
    }

    @Test
    void oneItemThatWasStoppedInTimeShowsTheProcess() {
        Findings findings = inspect(
                SLA,
                record("a.begun", "s1", "2025-02-01"),
                record("a.done", "s1", "2025-02-03"),
                record("a.begun", "s2", "2025-05-01"),
                record("a.done", "s2", "2025-05-03"));

        assertThat(findings.items()).extracting(ItemResult::id).containsExactly("a.beguns22025-05-01");
        assertThat(findings.items()).extracting(ItemResult::outcome).containsExactly(ItemOutcome.CONFORMING);
        assertThat(findings.reasons()).isEmpty();
    }

    @Test
    void whatIsOpenPastItsDeadlineIsAWarningAndNoResult() {
        Findings findings = inspect(SLA, record("a.begun", "s1", "2025-02-01"));

        assertThat(findings.items()).isEmpty();
        assertThat(findings.reasons())
                .contains(new Reason(ReasonCode.MISSING, "1 item is open past the deadline at the instant"));
    }

    /** Stopped on 2 July, a day after the instant: at the instant it was open, and not yet due. */
    @Test
    void whatHappensAfterTheInstantShowsNothing() {
        Findings findings = inspect(SLA, record("a.begun", "s1", "2025-06-29"), record("a.done", "s1", "2025-07-02"));

        assertThat(findings.items()).isEmpty();
        assertThat(findings.reasons()).isEmpty();
    }

    @Test
    void aPolicyInForceAndYoungEnoughIsShown() {
        assertThat(inspect(POLICY, record("policy.approved", "POL", "2024-08-01"))
                        .items())
                .extracting(ItemResult::outcome)
                .containsExactly(ItemOutcome.CONFORMING);
    }

    /** Approved 2024-06-01: a year is over on 2025-06-01, a month before the instant. */
    @Test
    void aPolicyThatIsTooOldAtTheInstantIsContradicted() {
        assertThat(inspect(POLICY, record("policy.approved", "POL", "2024-06-01"))
                        .items())
                .extracting(ItemResult::outcome)
                .containsExactly(ItemOutcome.DEVIATION);
    }

    /** It was too old in May; a review on 10 June made it good before the instant. */
    @Test
    void whatWasMadeGoodBeforeTheInstantDoesNotCount() {
        assertThat(inspect(
                                POLICY,
                                record("policy.approved", "POL", "2024-05-01"),
                                record("policy.reviewed", "POL", "2025-06-10"))
                        .items())
                .extracting(ItemResult::outcome)
                .containsExactly(ItemOutcome.CONFORMING);
    }
}
