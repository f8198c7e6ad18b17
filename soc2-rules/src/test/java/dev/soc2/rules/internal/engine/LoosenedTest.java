package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TimeAmount;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoosenedTest {

    private static TestOfControl within(String limit) {
        return new TestOfControl(
                "T1",
                TestProcedure.INSPECTION,
                SlaRule.answered(Selector.of("a.left"), Selector.of("a.removed"), TimeAmount.parse(limit)),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, PT48H, true",
        "PT48H, PT24H, false",
        "PT24H, PT24H, false",
        "P30D, P60D, true",
        "P1M, P1Y, true",
        "P12M, P1Y, false",
        "P1Y, P11M, false",
        "P1M, P40D, false",
        "P40D, P1M, false",
        "PT24H, P2D, false",
        "P1D, P1M1D, true",
    })
    void aLongerTimeOnTheSameClockAsksLess(String before, String after, boolean less) {
        assertThat(Loosened.between(within(before), Optional.empty(), within(after), Optional.empty()))
                .hasSize(less ? 1 : 0);
    }
}
