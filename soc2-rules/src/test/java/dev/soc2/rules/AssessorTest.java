package dev.soc2.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.SourceCheckpoint;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssessorTest {

    private static final Engagement YEAR = Engagement.typeII("t", "Test")
            .period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), ZoneId.of("America/New_York"))
            .asOf(Instant.parse("2026-02-01T00:00:00Z"))
            .build();

    private static EvidenceSource source(List<Evidence> records) {
        return (query, sink) -> records.forEach(sink::accept);
    }

    private static Evidence review(String id, String at) {
        return Evidence.of(id, "access.review.completed", "prod", Instant.parse(at), "grc")
                .actor("ann")
                .with("removals", 0)
                .build();
    }

    @Test
    void aQuarterWithoutAReviewIsADeviation() {
        Assessment assessment = Assessor.with(RulePacks.starter())
                .underTest(Set.of("IAM-04"))
                .assess(
                        YEAR,
                        source(List.of(
                                review("r1", "2025-03-28T15:00:00Z"),
                                review("r2", "2025-06-20T15:00:00Z"),
                                review("r4", "2025-12-15T15:00:00Z"))));

        var control = assessment.control("IAM-04");
        assertThat(control.operating()).contains(OperatingConclusion.INEFFECTIVE);
        var item = control.test("T1").orElseThrow().item("prod 2025-Q3").orElseThrow();
        assertThat(item.outcome()).isEqualTo(ItemOutcome.DEVIATION);
        assertThat(item.reason()).isEqualTo(ReasonCode.MISSING);
        assertThat(control.test("T1").orElseThrow().counts().conforming()).isEqualTo(3);
    }

    @Test
    void anAssessmentNamesTheStateOfTheLogThatItRead() {
        SourceCheckpoint checkpoint = new SourceCheckpoint("acme/evidence", 1, "a".repeat(64));
        EvidenceSource log = (query, sink) -> {
            sink.from(checkpoint);
            sink.accept(review("r1", "2025-03-28T15:00:00Z"));
        };

        assertThat(Assessor.with(RulePacks.starter()).assess(YEAR, log).inputs().checkpoint())
                .contains(checkpoint);
        assertThat(Assessor.with(RulePacks.starter())
                        .assess(YEAR, source(List.of()))
                        .inputs()
                        .checkpoint())
                .isEmpty();
    }

    @Test
    void nothingAtAllIsNeverEffective() {
        Assessment assessment = Assessor.with(RulePacks.starter()).assess(YEAR, source(List.of()));

        assertThat(assessment.controls())
                .isNotEmpty()
                .allSatisfy(control -> assertThat(control.operating())
                        .hasValueSatisfying(o -> assertThat(o.isEffective()).isFalse()));
        assertThat(assessment.criteria())
                .allSatisfy(c -> assertThat(c.conclusion().isMet()).isFalse());
    }

    @Test
    void twoRecordsOfOneIdAndDifferentContentAreRefused() {
        assertThatThrownBy(() -> Assessor.with(RulePacks.starter())
                        .assess(
                                YEAR,
                                source(List.of(
                                        review("r1", "2025-03-28T15:00:00Z"), review("r1", "2025-03-29T15:00:00Z")))))
                .isInstanceOf(Soc2Exception.class)
                .hasMessageContaining("SOC2-A001")
                .hasMessageContaining("'r1'");
    }

    /** The design at an instant that has not come is not known yet, whatever evidence says so far. */
    @Test
    void aDateThatHasNotComeIsNoFinalTypeI() {
        Engagement june = Engagement.typeI("t", "Test")
                .date(LocalDate.of(2025, 6, 30), ZoneId.of("America/New_York"))
                .build();

        Assessment early = Assessor.with(RulePacks.starter())
                .assess(june, source(List.of()), Instant.parse("2025-03-01T00:00:00Z"));
        Assessment inTime = Assessor.with(RulePacks.starter())
                .assess(june, source(List.of()), Instant.parse("2025-07-01T04:00:00Z"));

        assertThat(early.status()).isEqualTo(AssessmentStatus.INTERIM);
        assertThat(early.suggestedOpinion().design().kind()).isEqualTo(OpinionKind.NOT_DETERMINABLE_YET);
        assertThat(inTime.status()).isEqualTo(AssessmentStatus.FINAL);
    }
}
