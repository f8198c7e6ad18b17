package dev.soc2.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SampleResult;
import dev.soc2.model.result.SelectionMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R7 to R10: the state of the work. */
class StateOfTheWorkTest {

    private static final OutcomeCounts ONE_DEVIATION = new OutcomeCounts(11, 1, 0, 0, 0, 0);
    private static final Optional<SampleResult> SAMPLE = Optional.of(new SampleResult(
            SelectionMethod.PERIOD_STRATIFIED,
            "0".repeat(64),
            false,
            "0".repeat(64),
            "approvals are on paper",
            "table FIXED",
            12,
            new BigDecimal("0.90"),
            new BigDecimal("0.10"),
            Optional.empty(),
            "0 of 12",
            List.of(new SampleResult.Look(12, 0)),
            List.of("chg-7"),
            List.of(),
            List.of()));

    private static ItemResult item(ItemOutcome outcome, String from, String due, String at) {
        return new ItemResult("i", "s", outcome, ReasonCode.ON_TIME, time(from), time(due), time(at), "", List.of());
    }

    private static Optional<Instant> time(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    @Test
    void anExceptionHasACauseAndAResponse() {
        assertThat(Small.rules(Small.control(c -> c.counts = ONE_DEVIATION))).containsExactly("R7");
        assertThat(Small.rules(Small.control(c -> {
                    c.counts = ONE_DEVIATION;
                    c.analyses = List.of("The form was not filed.");
                })))
                .containsExactly("R7");
        assertThat(Small.rules(Small.control(c -> {
                    c.counts = ONE_DEVIATION;
                    c.analyses = List.of("The form was not filed.");
                    c.responses = List.of("Forms are filed at once now.");
                })))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"POPULATION_TAKEN_EARLY", "STATE_TAKEN_LATE"})
    void evidenceTakenEarlyOrLateIsNoted(ReasonCode code) {
        assertThat(Small.rules(Small.control(c -> c.reasons = List.of(new Reason(code, "idp")))))
                .containsExactly("R8");
    }

    @Test
    void anItemThatCountsLiesInTheWindow() {
        assertThat(Small.rules(Small.control(c -> c.items =
                        List.of(item(ItemOutcome.CONFORMING, "2024-11-02T00:00:00Z", "", "2024-12-02T00:00:00Z")))))
                .containsExactly("R8");
        assertThat(Small.rules(Small.control(
                        c -> c.items = List.of(item(ItemOutcome.CONFORMING, "2026-01-02T00:00:00Z", "", "")))))
                .containsExactly("R8");
    }

    @Test
    void whatReachesIntoTheWindowOrIsAnsweredLaterCounts() {
        assertThat(Small.rules(Small.control(c -> c.items = List.of(
                        item(ItemOutcome.CONFORMING, "2024-06-01T00:00:00Z", "", "2025-01-02T00:00:00Z"),
                        item(
                                ItemOutcome.CONFORMING,
                                "2025-12-30T00:00:00Z",
                                "2026-01-02T00:00:00Z",
                                "2026-01-03T00:00:00Z"),
                        item(ItemOutcome.CONFORMING, "", "2026-01-01T00:00:00Z", ""),
                        item(ItemOutcome.OUT_OF_SCOPE, "2024-12-30T00:00:00Z", "", "")))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(IpeStatus.class)
    void aSampleNeedsAProvenPopulation(IpeStatus ipe) {
        List<String> sampled = Small.rules(Small.control(c -> {
            c.sample = SAMPLE;
            c.ipe = ipe;
        }));
        List<String> census = Small.rules(Small.control(c -> c.ipe = ipe));

        boolean proven = ipe == IpeStatus.VERIFIED || ipe == IpeStatus.NOT_NEEDED;
        assertThat(sampled).isEqualTo(proven ? List.of() : List.of("R9"));
        assertThat(census).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CriterionConclusion.class)
    void aCriterionNeedsAControlOrAReason(CriterionConclusion conclusion) {
        Small small = new Small();
        small.criterion = conclusion;
        small.linked = List.of();

        boolean settled =
                conclusion == CriterionConclusion.NOT_RELEVANT || conclusion == CriterionConclusion.MET_WITH_RELIANCE;
        assertThat(Small.rules(small.done())).isEqualTo(settled ? List.of() : List.of("R10"));
    }
}
