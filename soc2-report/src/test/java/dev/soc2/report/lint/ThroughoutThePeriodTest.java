package dev.soc2.report.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.OutcomeCounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R4. */
class ThroughoutThePeriodTest {

    private static final OutcomeCounts UNDETERMINED = new OutcomeCounts(11, 0, 1, 0, 0, 0);

    private static List<String> described(String text, OutcomeCounts counts) {
        Small small = new Small();
        small.describe(text);
        small.controls.get(0).counts = counts;
        return Small.rules(small.done());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The controls operated effectively throughout the period.",
                "Access was reviewed for the entire period.",
                "Monitoring was on throughout the whole examination period.",
                "Die Kontrollen waren während des gesamten Zeitraums wirksam."
            })
    void nothingHeldThroughoutWithAnUndeterminedDay(String text) {
        assertThat(described(text, UNDETERMINED)).containsExactly("R4");
        assertThat(described(text, new OutcomeCounts(12, 0, 0, 0, 0, 0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The controls did not operate throughout the period.",
                "The system was designed and implemented throughout the period.",
                "Customers are supported through the year.",
                "The review ran throughout the rest of the period."
            })
    void whatIsDeniedOrNarrowerIsNoSuchClaim(String text) {
        assertThat(described(text, UNDETERMINED)).isEmpty();
    }

    @Test
    void aNormIsNoClaim() {
        assertThat(Small.rules(Small.control(c -> {
                    c.counts = UNDETERMINED;
                    c.description = "The policy is in force throughout the period.";
                })))
                .isEmpty();
        assertThat(Small.rules(Small.control(c -> {
                    c.counts = UNDETERMINED;
                    c.description = "The policy was in force throughout the period.";
                })))
                .containsExactly("R4");
    }

    @Test
    void anAnswerSpeaksOfItsOwnControl() {
        String claim = "Access was restricted throughout the period.";
        assertThat(Small.rules(Small.control(c -> {
                    c.counts = UNDETERMINED;
                    c.responses = List.of(claim);
                })))
                .containsExactly("R4");

        Small other = new Small();
        other.controls.get(0).counts = UNDETERMINED;
        other.controls.get(1).responses = List.of(claim);

        assertThat(Small.rules(other.done())).isEmpty();
    }
}
