package dev.soc2.model.result;

import static dev.soc2.model.result.OperatingConclusion.DID_NOT_OPERATE;
import static dev.soc2.model.result.OperatingConclusion.EFFECTIVE;
import static dev.soc2.model.result.OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS;
import static dev.soc2.model.result.OperatingConclusion.INEFFECTIVE;
import static dev.soc2.model.result.OperatingConclusion.INSUFFICIENT_EVIDENCE;
import static dev.soc2.model.result.OperatingConclusion.NOT_TESTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PartAlgebraTest {

    /** Parts, any of them, all of them: the two orders of the specification side by side. */
    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(List.of(EFFECTIVE, INEFFECTIVE), EFFECTIVE, INEFFECTIVE),
                Arguments.of(List.of(EFFECTIVE, EFFECTIVE_WITH_DEVIATIONS), EFFECTIVE, EFFECTIVE_WITH_DEVIATIONS),
                Arguments.of(
                        List.of(EFFECTIVE_WITH_DEVIATIONS, INSUFFICIENT_EVIDENCE),
                        EFFECTIVE_WITH_DEVIATIONS,
                        INSUFFICIENT_EVIDENCE),
                Arguments.of(List.of(INSUFFICIENT_EVIDENCE, INEFFECTIVE), INSUFFICIENT_EVIDENCE, INEFFECTIVE),
                Arguments.of(List.of(INEFFECTIVE, DID_NOT_OPERATE), INEFFECTIVE, INEFFECTIVE),
                Arguments.of(List.of(EFFECTIVE, DID_NOT_OPERATE), EFFECTIVE, EFFECTIVE),
                Arguments.of(List.of(DID_NOT_OPERATE, DID_NOT_OPERATE), DID_NOT_OPERATE, DID_NOT_OPERATE),
                Arguments.of(List.of(EFFECTIVE, NOT_TESTED), EFFECTIVE, NOT_TESTED),
                Arguments.of(List.of(INEFFECTIVE, NOT_TESTED), INEFFECTIVE, INEFFECTIVE),
                Arguments.of(List.of(DID_NOT_OPERATE, NOT_TESTED), DID_NOT_OPERATE, NOT_TESTED),
                Arguments.of(List.of(NOT_TESTED, NOT_TESTED), NOT_TESTED, NOT_TESTED));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anyTakesTheBestProvenAndAllTheWorst(
            List<OperatingConclusion> parts, OperatingConclusion any, OperatingConclusion all) {
        List<OperatingConclusion> reversed = List.of(parts.get(1), parts.get(0));

        assertThat(PartAlgebra.anyOf(parts)).isEqualTo(any).isEqualTo(PartAlgebra.anyOf(reversed));
        assertThat(PartAlgebra.allOf(parts)).isEqualTo(all).isEqualTo(PartAlgebra.allOf(reversed));
    }

    @Test
    void nothingAtAllIsNotTested() {
        assertThat(PartAlgebra.anyOf(List.of())).isEqualTo(NOT_TESTED);
        assertThat(PartAlgebra.allOf(List.of())).isEqualTo(NOT_TESTED);
    }
}
