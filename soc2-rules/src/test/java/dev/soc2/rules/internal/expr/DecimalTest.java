package dev.soc2.rules.internal.expr;

import static dev.soc2.rules.internal.expr.Trial.cause;
import static dev.soc2.rules.internal.expr.Trial.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are exact, or the expression says that they cannot be. */
class DecimalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1 + 0.2 == 0.3",
                "1.10 == 1.1",
                "1 == 1.0",
                "2 < 2.5",
                "9007199254740993 < 9007199254740993.5",
                "7 / 2 == 3",
                "-7 / 2 == -3",
                "-7 % 2 == -1",
                "-9223372036854775808 % -1 == 0",
                "7 / 2.0 == 3.5",
                "1.0 / 8 == 0.125",
                "1e3 == 1000",
                "0.1 in [0.10, 0.2]",
                "[1, 2] == [1.0, 2.0]",
                "int(2.9) == 2",
                "int(-2.9) == -2",
                "decimal('2.50') == 2.5",
                "double('1e2') == 100",
                "string(2.50) == '2.5'",
                "string(100.0) == '100'",
                "(true ? 1 : 2.5) / 2 == 0.5",
                "[1, 2.5].map(n, n / 2) == [0.5, 1.25]"
            })
    void decimalsAreExactAndMixWithIntegers(String text) {
        assertThat(value(text)).isEqualTo(true);
    }

    @Test
    void aQuotientWithoutFiniteFormIsAnErrorThatSaysSo() {
        assertThat(cause("1.0 / 3")).contains("no exact decimal form");
        assertThat(cause("1.0 / 0")).isEqualTo("division by zero");
        assertThat(cause("1 / 0")).isEqualTo("division by zero");
    }

    @Test
    void aLongQuotientIsExactUpToTheBound() {
        // 1 / 2^199 has 199 digits after the point, the last one that fits besides 2^200's 200.
        String power = new BigDecimal(2).pow(199).toPlainString();
        assertThat(value("1.0 / " + power + ".0 * " + power + ".0 == 1.0")).isEqualTo(true);
        String beyond = new BigDecimal(2).pow(201).toPlainString();
        assertThat(cause("1.0 / " + beyond + ".0")).contains("no exact decimal form");
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807 + 1",
        "-9223372036854775808 - 1",
        "4611686018427387904 * 2",
        "-(-9223372036854775808)",
        "-9223372036854775808 / -1"
    })
    void integersDoNotOverflowSilently(String text) {
        assertThat(cause(text)).isEqualTo("the result has more than 64 bits");
    }

    @Test
    void theLeastIntegerCanBeWritten() {
        assertThat(value("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(value("-0x10")).isEqualTo(-16L);
    }

    @Test
    void decimalsThatGrowBeyondTheBoundAreAnError() {
        assertThat(cause("1e150 * 1e150")).contains("more than 200 digits");
        assertThat(cause("1e199 + 1e-199")).contains("200 digits");
        assertThat(Trial.faults("1e999999 > 1.0")).singleElement().asString().contains(">1e999999<", "200 digits");
    }

    @Test
    void anIntegerDeclaredTakesAnIntegralDecimalAndTheOtherWayRound() {
        assertThat(value("attributes.count / 2", Map.of("count", new BigDecimal("7.00"))))
                .isEqualTo(3L);
        assertThat(value("attributes.amount / 2", Map.of("amount", 7L))).isEqualTo(new BigDecimal("3.5"));
        assertThat(value("attributes.count == 7", Map.of("count", new BigDecimal("7.00"))))
                .isEqualTo(true);
        assertThat(value("attributes.amount <= 7", Map.of("amount", 7L))).isEqualTo(true);
        assertThat(cause("attributes.count + 1", Map.of("count", new BigDecimal("7.5"))))
                .isEqualTo("attributes.count is of type decimal, not integer");
    }

    @Test
    void aDecimalOfTheEvidenceBeyondTheBoundIsAnErrorOfTheItem() {
        Map<String, Object> huge = Map.of("amount", new BigDecimal("1e2000000000"));
        assertThat(cause("attributes.amount > 1", huge))
                .isEqualTo("attributes.amount is a decimal of more than 200 digits before or after the point");
    }
}
