package dev.soc2.report.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import dev.soc2.model.criteria.TrustServicesCategory;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.result.AssessmentInputs;
import dev.soc2.model.result.AssessmentStatus;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.CriterionResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PackDigest;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.model.result.TestResult;
import dev.soc2.report.Samples;
import dev.soc2.report.internal.words.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Presentation PLAIN =
            new Presentation(Optional.empty(), Locale.ROOT, Optional.empty(), false, false, false);
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final String ZEROS = "0".repeat(64);

    private static OutcomeCounts counts(long conforming, long deviations, long undetermined) {
        return new OutcomeCounts(conforming, deviations, undetermined, 0, 0, 0);
    }

    private static ControlResult control(
            String id,
            OperatingConclusion conclusion,
            IpeStatus ipe,
            Map<YearMonth, OutcomeCounts> months,
            ItemResult... items) {
        TestResult test = new TestResult(
                "T1",
                TestProcedure.INSPECTION,
                "SLA",
                "in time",
                Lane.CENSUS,
                Optional.empty(),
                "CENSUS",
                conclusion,
                Optional.empty(),
                List.of(),
                new PopulationResult(0, ipe, "", List.of(), List.of()),
                months.values().stream().reduce(OutcomeCounts.NONE, OutcomeCounts::plus),
                months,
                List.of(items),
                Optional.empty());
        return new ControlResult(
                new Control(
                        id,
                        "title",
                        "",
                        Set.of(CriterionId.of("CC6.1")),
                        ControlNature.PREVENTIVE,
                        ControlExecution.AUTOMATED,
                        ControlFrequency.EVENT,
                        true,
                        "",
                        "",
                        EffectiveDates.ALWAYS,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of()),
                DesignConclusion.SUITABLE,
                Optional.of(conclusion),
                Optional.empty(),
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2025-04-01T00:00:00Z"),
                List.of(),
                conclusion == OperatingConclusion.NOT_TESTED ? List.of() : List.of(test),
                List.of(),
                List.of());
    }

    private static Findings findings(LocalDate lastDay, ControlResult... controls) {
        Engagement engagement = Engagement.typeII("e", "Acme")
                .period(LocalDate.of(2025, 1, 1), lastDay, ZoneOffset.UTC)
                .build();
        Criterion criterion = new Criterion(
                CriterionId.of("CC6.1"),
                "Access",
                Set.of(TrustServicesCategory.values()),
                OptionalInt.empty(),
                "Access is restricted",
                "",
                List.of(),
                false);
        OpinionPart part = new OpinionPart(OpinionKind.UNQUALIFIED, List.of());
        return Findings.of(
                Samples.bare(
                        engagement,
                        AssessmentStatus.FINAL,
                        new AssessmentInputs(
                                0,
                                ZEROS,
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                new PackDigest("c", "1", ZEROS),
                                "0",
                                "0",
                                Instant.parse("2025-05-01T00:00:00Z"),
                                Optional.empty()),
                        List.of(controls),
                        List.of(new CriterionResult(
                                criterion,
                                CriterionConclusion.MET,
                                List.of(),
                                List.of(controls).stream()
                                        .map(ControlResult::id)
                                        .toList())),
                        new SuggestedOpinion(part, part, Optional.of(part))),
                PLAIN);
    }

    private static List<String> cells(ControlResult... controls) {
        return Coverage.of(findings(LocalDate.of(2025, 3, 31), controls)).orElseThrow().rows().get(0).cells().stream()
                .map(c -> c.verdict().sign() + " " + c.covered() + "/" + c.expected())
                .toList();
    }

    @Test
    void aMonthCountsTheControlsThatSomethingCalledFor() {
        ControlResult monthly = control(
                "A",
                OperatingConclusion.EFFECTIVE,
                IpeStatus.VERIFIED,
                Map.of(JANUARY, counts(4, 0, 0), MARCH, counts(2, 0, 0)));
        ControlResult once =
                control("B", OperatingConclusion.EFFECTIVE, IpeStatus.VERIFIED, Map.of(MARCH, counts(1, 0, 0)));

        assertThat(cells(monthly, once)).containsExactly("✓ 1/1", "· 0/0", "✓ 2/2");
    }

    @Test
    void theWorstOfAMonthShowsAndTheOthersAreStillCounted() {
        ControlResult bad = control(
                "A",
                OperatingConclusion.INEFFECTIVE,
                IpeStatus.VERIFIED,
                Map.of(JANUARY, counts(9, 1, 1), MARCH, counts(9, 0, 1)));
        ControlResult good = control(
                "B",
                OperatingConclusion.EFFECTIVE,
                IpeStatus.VERIFIED,
                Map.of(JANUARY, counts(1, 0, 0), MARCH, counts(1, 0, 0)));

        assertThat(cells(bad, good)).containsExactly("✗ 1/2", "· 0/0", "? 1/2");
    }

    @Test
    void anUntestedControlIsNeverHidden() {
        ControlResult untested = control("A", OperatingConclusion.NOT_TESTED, IpeStatus.NOT_NEEDED, Map.of());
        ControlResult good =
                control("B", OperatingConclusion.EFFECTIVE, IpeStatus.VERIFIED, Map.of(JANUARY, counts(1, 0, 0)));

        assertThat(cells(untested, good)).containsExactly("– 1/2", "– 0/1", "– 0/1");
    }

    @Test
    void aContradictedPopulationCoversNothing() {
        ControlResult failed = control(
                "A", OperatingConclusion.INSUFFICIENT_EVIDENCE, IpeStatus.FAILED, Map.of(JANUARY, counts(5, 0, 0)));

        assertThat(cells(failed)).containsExactly("? 0/1", "? 0/1", "? 0/1");
    }

    @Test
    void undeterminedItemsKeepToTheirMonths() {
        ControlResult doubtful = control(
                "A",
                OperatingConclusion.INSUFFICIENT_EVIDENCE,
                IpeStatus.VERIFIED,
                Map.of(JANUARY, counts(5, 0, 0), MARCH, counts(0, 0, 5)));

        assertThat(cells(doubtful)).containsExactly("✓ 1/1", "· 0/0", "? 0/1");
    }

    @Test
    void neighboursThatSayTheSameAreTakenTogether() {
        ControlResult untested = control("A", OperatingConclusion.NOT_TESTED, IpeStatus.NOT_NEEDED, Map.of());
        Findings findings = findings(LocalDate.of(2025, 3, 31), untested);
        Coverage.Row row = Coverage.of(findings).orElseThrow().rows().get(0);

        assertThat(row.stretches(findings.words())).singleElement().satisfies(stretch -> {
            assertThat(stretch.label()).isEqualTo("Jan 2025 to Mar 2025");
            assertThat(row.cells()).allMatch(cell -> cell.anchor().equals(stretch.anchor()));
        });
    }

    @Test
    void aLongPeriodIsShownByYears() {
        // 1 Jan 2025 to 31 Jan 2027 touches 25 months.
        assertThat(Coverage.of(findings(LocalDate.of(2027, 1, 31)))
                        .orElseThrow()
                        .columns())
                .extracting(Coverage.Column::label)
                .containsExactly("2025", "2026", "2027");
        assertThat(Coverage.of(findings(LocalDate.of(2026, 12, 31)))
                        .orElseThrow()
                        .columns())
                .hasSize(24);
    }

    @Test
    void theTimelineShowsWhereAndSaysWhen() {
        // 90 days are 1,000 units: 31 Jan begins at 30/90, 15 days last 166 units.
        ItemResult item = new ItemResult(
                "i",
                "",
                ItemOutcome.DEVIATION,
                ReasonCode.LATE,
                Optional.empty(),
                Optional.of(Instant.parse("2025-01-31T00:00:00Z")),
                Optional.of(Instant.parse("2025-02-15T00:00:00Z")),
                "",
                List.of());
        Findings findings = findings(
                LocalDate.of(2025, 3, 31),
                control(
                        "A",
                        OperatingConclusion.INEFFECTIVE,
                        IpeStatus.VERIFIED,
                        Map.of(JANUARY, counts(0, 1, 0)),
                        item));

        Timeline timeline = Timeline.of(findings.controls().get(0), findings).orElseThrow();

        // Due at midnight means by the end of the day before.
        assertThat(timeline.words()).isEqualTo("Exceptions on 30 Jan 2025.");
        assertThat(timeline.runs())
                .containsExactly(
                        new Timeline.Run(0, 333, Verdict.SUPPORTED),
                        new Timeline.Run(333, 167, Verdict.NOT_SUPPORTED),
                        new Timeline.Run(500, 500, Verdict.SUPPORTED));
    }
}
