package dev.soc2.report.compare;

import static dev.soc2.report.compare.Variants.control;
import static dev.soc2.report.compare.Variants.deviation;
import static dev.soc2.report.compare.Variants.undetermined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.report.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeltaTest {

    private static final String MARCH = "2025-03-01T00:00:00Z";
    private static final String JULY = "2025-07-15T00:00:00Z";

    private static ResultChange only(Assessment before, Assessment after) {
        return Delta.between(before, after).controls().get(0);
    }

    private static Variants with(OperatingConclusion conclusion, ItemResult... items) {
        return Variants.of().control(control("C-1", conclusion, items));
    }

    /** From good to bad: effective, did not have to, with deviations, not tested, undetermined, not effective. */
    @ParameterizedTest
    @CsvSource({
        "EFFECTIVE, EFFECTIVE, UNCHANGED",
        "EFFECTIVE, DID_NOT_OPERATE, WORSE",
        "DID_NOT_OPERATE, EFFECTIVE_WITH_DEVIATIONS, WORSE",
        "EFFECTIVE_WITH_DEVIATIONS, EFFECTIVE, BETTER",
        "EFFECTIVE, NOT_TESTED, NEW",
        "EFFECTIVE_WITH_DEVIATIONS, INEFFECTIVE, NEW",
        "NOT_TESTED, INSUFFICIENT_EVIDENCE, WORSE",
        "INSUFFICIENT_EVIDENCE, INEFFECTIVE, WORSE",
        "INEFFECTIVE, NOT_TESTED, BETTER",
        "INEFFECTIVE, EFFECTIVE_WITH_DEVIATIONS, RESOLVED",
        "INEFFECTIVE, NOT_APPLICABLE, REMOVED",
        "NOT_APPLICABLE, INEFFECTIVE, ADDED",
        "NOT_APPLICABLE, NOT_APPLICABLE, UNCHANGED",
    })
    void aControlMovesBetweenConclusions(OperatingConclusion was, OperatingConclusion is, ChangeClass expected) {
        assertThat(only(with(was).build(), with(is).build()).kind()).isEqualTo(expected);
    }

    @Test
    void aDesignThatFailsOutweighsItsOperation() {
        Assessment after = Variants.of()
                .control(control(
                        "C-1",
                        OperatingConclusion.EFFECTIVE,
                        DesignConclusion.UNSUITABLE,
                        "done in time",
                        IpeStatus.VERIFIED))
                .build();

        ResultChange change = only(with(OperatingConclusion.EFFECTIVE).build(), after);

        assertThat(change.kind()).isEqualTo(ChangeClass.NEW);
        assertThat(change.last().conclusion()).isEqualTo("UNSUITABLE");
    }

    @Test
    void moreDeviationsAreWorseThoughTheConclusionStays() {
        ResultChange change = only(
                with(OperatingConclusion.INEFFECTIVE, deviation("a", MARCH)).build(),
                with(OperatingConclusion.INEFFECTIVE, deviation("a", MARCH), deviation("b", MARCH))
                        .records('d')
                        .build());

        assertThat(change.kind()).isEqualTo(ChangeClass.WORSE);
        assertThat(change.items()).singleElement().satisfies(item -> {
            assertThat(item.item()).isEqualTo("b");
            assertThat(item.kind()).isEqualTo(ChangeClass.NEW);
        });
    }

    @Test
    void oneThatIsFixedAndOneThatIsNewAreBothTold() {
        ResultChange change = only(
                with(OperatingConclusion.INEFFECTIVE, deviation("a", MARCH)).build(),
                with(OperatingConclusion.INEFFECTIVE, deviation("b", JULY))
                        .records('d')
                        .asOf("2025-08-01T00:00:00Z")
                        .build());

        assertThat(change.kind()).isEqualTo(ChangeClass.UNCHANGED);
        assertThat(change.isSame()).isFalse();
        assertThat(change.items())
                .extracting(item -> item.item() + " " + item.kind())
                .containsExactly("a RESOLVED", "b NEW");
    }

    @Test
    void whatLeavesTheScopeIsNotResolved() {
        Delta delta = Delta.between(
                with(OperatingConclusion.INEFFECTIVE, deviation("a", MARCH)).build(),
                Variants.of().build());

        assertThat(delta.controls(ChangeClass.REMOVED)).singleElement().satisfies(change -> {
            assertThat(change.causes()).containsExactly(ChangeCause.SCOPE);
            assertThat(change.items()).isEmpty();
            assertThat(change.before())
                    .hasValueSatisfying(s -> assertThat(s.deviations()).isEqualTo(1));
        });
        assertThat(delta.items(ChangeClass.RESOLVED)).isEmpty();
        assertThat(delta.frame(ChangeCause.SCOPE))
                .containsExactly(new FrameChange(FrameAspect.CONTROL, "C-1", "C-1", ""));
    }

    @Test
    void whatCameDueSinceIsTheWorld() {
        ResultChange change = only(
                with(OperatingConclusion.EFFECTIVE).build(),
                with(OperatingConclusion.INEFFECTIVE, deviation("a", JULY))
                        .asOf("2025-08-01T00:00:00Z")
                        .records('d')
                        .build());

        assertThat(change.causes()).containsExactly(ChangeCause.WORLD);
    }

    /** In an interim assessment a window ends at its instant; that it moves on is no other scope. */
    @Test
    void timeThatGoesOnIsNoOtherScope() {
        ResultChange change = only(
                windowed("2025-07-01T00:00:00Z", "2025-07-01T00:00:00Z", OperatingConclusion.EFFECTIVE),
                windowed(
                        "2025-08-01T00:00:00Z",
                        "2025-08-01T00:00:00Z",
                        OperatingConclusion.INEFFECTIVE,
                        deviation("a", JULY)));

        assertThat(change.causes()).containsExactly(ChangeCause.WORLD);
    }

    @Test
    void aControlThatEndedEarlierHasAnotherScope() {
        ResultChange change = only(
                windowed("2025-07-01T00:00:00Z", "2025-04-01T00:00:00Z", OperatingConclusion.EFFECTIVE),
                windowed("2025-08-01T00:00:00Z", "2025-05-01T00:00:00Z", OperatingConclusion.INEFFECTIVE));

        assertThat(change.causes()).contains(ChangeCause.SCOPE);
    }

    private static Assessment windowed(String asOf, String to, OperatingConclusion conclusion, ItemResult... items) {
        ControlResult whole = control("C-1", conclusion, items);
        return Variants.of()
                .asOf(asOf)
                .control(new ControlResult(
                        whole.control(),
                        whole.design(),
                        whole.operating(),
                        whole.implementation(),
                        whole.from(),
                        Instant.parse(to),
                        whole.reasons(),
                        whole.tests(),
                        List.of(),
                        List.of()))
                .build();
    }

    @Test
    void whatWasOverAlreadyLooksDifferentOnlyThroughItsRecords() {
        ResultChange change = only(
                with(OperatingConclusion.EFFECTIVE).build(),
                with(OperatingConclusion.INEFFECTIVE, deviation("a", MARCH))
                        .asOf("2025-08-01T00:00:00Z")
                        .records('d')
                        .build());

        assertThat(change.causes()).containsExactly(ChangeCause.EVIDENCE);
    }

    @Test
    void aSourceThatWasNotReadIsEvidence() {
        ResultChange change = only(
                with(OperatingConclusion.EFFECTIVE).build(),
                with(OperatingConclusion.INSUFFICIENT_EVIDENCE, undetermined("a", JULY))
                        .asOf("2025-08-01T00:00:00Z")
                        .records('d')
                        .build());

        assertThat(change.causes()).containsExactly(ChangeCause.EVIDENCE);
    }

    @Test
    void anotherRuleOverTheSameRecordsIsTheRuleAlone() {
        Assessment after = Variants.of()
                .control(control(
                        "C-1",
                        OperatingConclusion.INEFFECTIVE,
                        DesignConclusion.SUITABLE,
                        "done at once",
                        IpeStatus.VERIFIED,
                        deviation("a", MARCH)))
                .build();

        Delta delta = Delta.between(with(OperatingConclusion.EFFECTIVE).build(), after);

        assertThat(delta.controls().get(0).causes()).containsExactly(ChangeCause.RULE);
        assertThat(delta.frame()).singleElement().satisfies(change -> {
            assertThat(change.aspect()).isEqualTo(FrameAspect.RULE);
            assertThat(change.about()).isEqualTo("C-1/T1");
            assertThat(change.before()).contains("done in time");
            assertThat(change.after()).contains("done at once");
        });
    }

    @Test
    void anotherPackAndOtherRecordsCannotBeToldApart() {
        ResultChange change = only(
                with(OperatingConclusion.EFFECTIVE).build(),
                with(OperatingConclusion.INEFFECTIVE, deviation("a", MARCH))
                        .pack("1.1.0")
                        .records('d')
                        .build());

        assertThat(change.causes()).containsExactly(ChangeCause.RULE, ChangeCause.EVIDENCE);
    }

    @Test
    void theRuleOfOneControlDoesNotExplainAnother() {
        Assessment before = Variants.of()
                .control(control("C-1", OperatingConclusion.EFFECTIVE))
                .control(control("C-10", OperatingConclusion.EFFECTIVE))
                .build();
        Assessment after = Variants.of()
                .control(control(
                        "C-10",
                        OperatingConclusion.INEFFECTIVE,
                        DesignConclusion.SUITABLE,
                        "done at once",
                        IpeStatus.VERIFIED))
                .control(control("C-1", OperatingConclusion.INEFFECTIVE, deviation("a", JULY)))
                .records('d')
                .asOf("2025-08-01T00:00:00Z")
                .build();

        Delta delta = Delta.between(before, after);

        assertThat(delta.controls())
                .extracting(change -> change.id() + " " + change.causes())
                .containsExactly("C-1 [WORLD]", "C-10 [RULE, WORLD]");
    }

    @Test
    void anotherPeriodIsToldFirst() {
        Delta delta = Delta.between(
                with(OperatingConclusion.EFFECTIVE).build(),
                with(OperatingConclusion.INEFFECTIVE, deviation("a", MARCH))
                        .lastDay(LocalDate.of(2025, 9, 30))
                        .pack("1.1.0")
                        .records('d')
                        .build());

        assertThat(delta.frame())
                .extracting(FrameChange::aspect)
                .containsExactly(FrameAspect.PERIOD, FrameAspect.PACK, FrameAspect.EVIDENCE);
        assertThat(delta.frame().get(0))
                .isEqualTo(new FrameChange(
                        FrameAspect.PERIOD, "", "2025-01-01/2025-12-31 (Z)", "2025-01-01/2025-09-30 (Z)"));
        assertThat(delta.controls().get(0).causes())
                .containsExactly(ChangeCause.SCOPE, ChangeCause.RULE, ChangeCause.EVIDENCE);
    }

    @Test
    void aCriterionChangesForTheCausesOfItsControls() {
        Delta delta = Delta.between(
                with(OperatingConclusion.EFFECTIVE)
                        .criterion("CC6.1", CriterionConclusion.MET, "C-1")
                        .criterion("CC6.2", CriterionConclusion.MET, "C-1")
                        .build(),
                with(OperatingConclusion.INEFFECTIVE, deviation("a", JULY))
                        .asOf("2025-08-01T00:00:00Z")
                        .records('d')
                        .criterion("CC6.1", CriterionConclusion.NOT_MET, "C-1")
                        .criterion("CC6.2", CriterionConclusion.NOT_MET)
                        .build());

        assertThat(delta.criteria())
                .extracting(change -> change.id() + " " + change.kind() + " " + change.causes())
                .containsExactly("CC6.1 NEW [WORLD]", "CC6.2 NEW [SCOPE, WORLD]");
    }

    @Test
    void criteriaStandInPrintedOrder() {
        Assessment year = Samples.year();

        assertThat(Delta.between(year, year).criteria())
                .extracting(ResultChange::id)
                .containsExactlyElementsOf(year.criteria().stream()
                        .map(criterion -> criterion.id().value())
                        .toList());
    }

    @Test
    void aTypeIIsComparedWithATypeII() {
        Delta delta = Delta.between(Samples.typeI(), Samples.year());

        assertThat(delta.frame().get(0).aspect()).isEqualTo(FrameAspect.ENGAGEMENT);
        assertThat(delta.frame()).contains(new FrameChange(FrameAspect.TYPE, "", "TYPE_I", "TYPE_II"));
        // IAM-01 was suitable and is effective, IAM-03 was unsuitable and is not effective: neither moved. LOG-02 was
        // undetermined and is, with three items that say so.
        assertThat(delta.controls(ChangeClass.UNCHANGED))
                .extracting(ResultChange::id)
                .contains("IAM-01");
        assertThat(delta.controls(ChangeClass.WORSE))
                .extracting(ResultChange::id)
                .contains("LOG-02");
    }
}
