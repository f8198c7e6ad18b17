package dev.soc2.rules.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.document.DocumentException;
import dev.soc2.rules.rule.FreshnessRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.StateRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule about states or validities cannot mean is a fault of the pack. */
class StateAndFreshnessFaultsTest {

    private static Rule read(String rule) {
        String pack = String.format(Locale.ROOT, """
                pack: faults
                version: 1.0.0
                license: Apache-2.0
                criteria: tsc-2017-rev-2022
                controls:
                  - id: CTL-01
                    title: The control
                    criteria: [CC6.1]
                    nature: PREVENTIVE
                    execution: AUTOMATED
                    frequency: CONTINUOUS
                    tests:
                      - {id: T1, procedure: REPERFORMANCE, rule: {%s}}
                """, rule);
        return PackDocuments.read("pack.yaml", pack.getBytes(StandardCharsets.UTF_8))
                .controls()
                .get(0)
                .tests()
                .get(0)
                .rule();
    }

    private static final String STATE = "kind: STATE, of: {type: disk.state}, compliant: attributes.on == true";
    private static final String FRESH = "kind: FRESHNESS, of: {type: disk.checked}, validity: P1Y";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxViolation: P1D | a sum of times is elapsed time",
                "maxUnknown: 2BH | a sum of times is elapsed time",
                "maxViolation: PT-1H | a limit lies between zero and a century",
                "staleness: 2BD | not business time",
                "staleness: PT0S | trusted for longer than nothing",
                "'staleness: P1D, newAssetGrace: PT1H' | newAssetGrace needs assets",
                "flip: PESSIMISTIC | flip is about snapshots",
                "flip: OPTIMISTIC | OPTIMISTIC",
                "staleness: PT999999999999H | a limit lies between zero and a century",
            })
    void aStateThatCannotBeMeant(String fields, String what) {
        assertThatThrownBy(() -> read(STATE + ", " + fields))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "initialGrace: P30D | 'initialGrace' has no effect here",
                "retired: {type: disk.gone} | 'retired' has no effect here",
                "grace: 3BD | not business time",
                "'perSubject: true, initialGrace: 8BH' | not business time",
                "perSubject: [] | at least one",
            })
    void aValidityThatCannotBeMeant(String fields, String what) {
        assertThatThrownBy(() -> read(FRESH + ", " + fields))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(what);
    }

    @Test
    void aValidityOfNothingIsAFault() {
        assertThatThrownBy(() -> read(FRESH.replace("P1Y", "P0D")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("longer than nothing");
    }

    @Test
    void noTimeAtAllIsNoTimeOnWhicheverClock() {
        StateRule state = (StateRule) read(STATE + ", maxViolation: P0D, maxUnknown: PT0S, newAssetGrace: PT0S");

        assertThat(state.maxViolation()).isEqualTo(Duration.ZERO);
        assertThat(state.newAssetGrace().isZero()).isTrue();
    }

    @Test
    void theGraceOfNewSubjectsIsTheGraceUnlessSaidOtherwise() {
        assertThat(((FreshnessRule) read(FRESH + ", grace: P5D")).initialGrace())
                .isEmpty();
    }
}
