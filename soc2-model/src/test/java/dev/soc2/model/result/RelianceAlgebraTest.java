package dev.soc2.model.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 1 and 8 of the table from controls to a criterion, and the edge cases of carved out organisations. */
class RelianceAlgebraTest {

    private static List<Concluded<CriterionConclusion>> all(String written) {
        return Arrays.stream(written.split(" "))
                .filter(word -> !word.isBlank())
                .map(CriterionConclusion::valueOf)
                .map(c -> Concluded.because(c, ReasonCode.RELIES_ON_OTHERS, "relied on for " + c))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // only others: they decide, and met is never said without the note
        "MET_WITH_RELIANCE, '', MET_WITH_RELIANCE",
        "MET_WITH_RELIANCE, '', MET",
        "MET_WITH_EXCEPTIONS, '', MET_WITH_EXCEPTIONS",
        "INSUFFICIENT_EVIDENCE, '', INSUFFICIENT_EVIDENCE",
        "NOT_MET, '', NOT_MET",
        "NOT_MET, '', MET_WITH_RELIANCE NOT_MET",
        "NOT_MET, '', INSUFFICIENT_EVIDENCE NOT_MET",
        "INSUFFICIENT_EVIDENCE, '', MET_WITH_EXCEPTIONS INSUFFICIENT_EVIDENCE",
        // nobody at all: a gap
        "NOT_MET, '', ''",
        // beside own controls: not met, insufficient evidence, met with exceptions, met with reliance, met
        "MET, MET, ''",
        "MET_WITH_RELIANCE, MET, MET_WITH_RELIANCE",
        "MET_WITH_EXCEPTIONS, MET_WITH_EXCEPTIONS, MET_WITH_RELIANCE",
        "INSUFFICIENT_EVIDENCE, INSUFFICIENT_EVIDENCE, MET_WITH_RELIANCE",
        "NOT_MET, NOT_MET, MET_WITH_RELIANCE",
        // own controls stand, whatever is wrong with the others
        "MET_WITH_EXCEPTIONS, MET, NOT_MET",
        "MET_WITH_EXCEPTIONS, MET, INSUFFICIENT_EVIDENCE",
        "NOT_MET, NOT_MET, NOT_MET"
    })
    void relianceIsNeverMoreThanReliance(CriterionConclusion expected, String own, String relied) {
        Concluded<CriterionConclusion> concluded = RelianceAlgebra.conclude(
                all(own).stream().findFirst().map(c -> new Concluded<>(c.conclusion(), List.of())), all(relied));

        assertThat(concluded.conclusion()).isEqualTo(expected);
        assertThat(concluded.reasons()).hasSameSizeAs(relied.isBlank() && own.isBlank() ? List.of(1) : all(relied));
    }

    @Test
    void nobodyToRelyOnIsADesignGap() {
        assertThat(RelianceAlgebra.conclude(Optional.empty(), List.of()).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.DESIGN_GAP);
    }
}
