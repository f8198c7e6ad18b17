package dev.soc2.model.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlExecution;
import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.control.ControlNature;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.criteria.CriterionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImplementationAlgebraTest {

    private static InspectionResult inspection(TestProcedure procedure, ImplementedAsOf found) {
        OutcomeCounts counts =
                switch (found) {
                    case YES -> new OutcomeCounts(1, 0, 0, 0, 0, 0);
                    case NO -> new OutcomeCounts(0, 1, 0, 0, 0, 0);
                    case UNKNOWN -> OutcomeCounts.NONE;
                };
        return new InspectionResult("T-" + found, procedure, "STATE", "r", found, List.of(), counts, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        // conforming, deviations, undetermined, excused, pending, out of scope, stopped
        "UNKNOWN, 0, 0, 0, 0, 0, 0, false",
        "YES,     1, 0, 0, 0, 0, 0, false",
        "YES,     3, 0, 0, 1, 1, 1, false",
        "NO,      3, 1, 0, 0, 0, 0, false",
        "NO,      3, 1, 2, 0, 0, 0, false",
        "NO,      3, 1, 2, 0, 0, 0, true",
        "UNKNOWN, 3, 0, 1, 0, 0, 0, false",
        "UNKNOWN, 3, 0, 0, 0, 0, 0, true",
        "UNKNOWN, 0, 0, 0, 1, 1, 1, false"
    })
    void itemsShowContradictOrSayNothing(
            ImplementedAsOf expected, long c, long d, long u, long x, long p, long o, boolean s) {
        assertThat(ImplementationAlgebra.conclude(new OutcomeCounts(c, d, u, x, p, o), s))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, ''",
        "YES, YES",
        "YES, YES YES",
        "UNKNOWN, YES UNKNOWN",
        "NO, YES NO",
        "NO, UNKNOWN NO YES",
        // inquiry is left out beside others and never enough alone
        "UNKNOWN, ?YES",
        "UNKNOWN, ?NO",
        "YES, YES ?NO",
        "NO, NO ?YES"
    })
    void inspectionsAreFoldedInAnyOrder(ImplementedAsOf expected, String written) {
        List<InspectionResult> inspections = Arrays.stream(written.split(" "))
                .filter(word -> !word.isBlank())
                .map(word -> inspection(
                        word.startsWith("?") ? TestProcedure.INQUIRY : TestProcedure.INSPECTION,
                        ImplementedAsOf.valueOf(word.replace("?", ""))))
                .toList();

        Concluded<ImplementedAsOf> concluded = ImplementationAlgebra.conclude(inspections);

        assertThat(concluded.conclusion()).isEqualTo(expected);
        assertThat(concluded.reasons().isEmpty()).isEqualTo(expected == ImplementedAsOf.YES);
        assertThat(ImplementationAlgebra.conclude(inspections.stream()
                                .sorted((a, b) -> b.id().compareTo(a.id()))
                                .toList())
                        .conclusion())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SUITABLE, YES, true",
        "INSUFFICIENT_EVIDENCE, YES, false",
        "INSUFFICIENT_EVIDENCE, UNKNOWN, true",
        "INSUFFICIENT_EVIDENCE, UNKNOWN, false",
        "UNSUITABLE, NO, true",
        "UNSUITABLE, NO, false"
    })
    void aDesignNeedsItsRecordsAndToBeInPlace(
            DesignConclusion expected, ImplementedAsOf implemented, boolean requirements) {
        assertThat(ImplementationAlgebra.design(implemented, requirements)).isEqualTo(expected);
    }

    @Test
    void yesOverNothingCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InspectionResult(
                        "T1",
                        TestProcedure.INSPECTION,
                        "STATE",
                        "r",
                        ImplementedAsOf.YES,
                        List.of(),
                        OutcomeCounts.NONE,
                        List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ImplementationResult(ImplementedAsOf.YES, List.of()));
    }

    private static ControlResult result(
            Optional<OperatingConclusion> operating, Optional<ImplementationResult> implementation) {
        return new ControlResult(
                new Control(
                        "A-01",
                        "t",
                        "",
                        Set.of(CriterionId.of("CC6.1")),
                        ControlNature.DETECTIVE,
                        ControlExecution.MANUAL,
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
                operating,
                implementation,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    @Test
    void aResultHasEitherOperationOrImplementation() {
        Optional<ImplementationResult> unknown =
                Optional.of(new ImplementationResult(ImplementedAsOf.UNKNOWN, List.of()));

        assertThat(result(Optional.empty(), unknown).implementation()).isEqualTo(unknown);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(Optional.of(OperatingConclusion.EFFECTIVE), unknown));
        assertThatIllegalArgumentException().isThrownBy(() -> result(Optional.empty(), Optional.empty()));
    }
}
