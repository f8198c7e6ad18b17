package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each deliberate difference that the package names, shown beside the reference implementation. */
class DifferencesTest {

    private final CelOracle cel = CelOracle.declared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 == 1.0", // mixed numbers compare ...
                "attributes.amount > 1",
                "1 + 1.5 == 2.5", // ... and compute
                "(true ? 1 : 2.5) == 1.0",
                "[1] == [1.0]",
                "decimal('1.5') == 1.5", // the name that says what double() gives
                "'name' in attributes", // presence of names that are no identifiers
                "has(attributes['name'])",
                "([1, 'a'][0] + 1) == 1.5", // a value of any type may be a decimal
                "([][0] + [1][0]) == 'a'" // an empty list has elements of any type
            })
    void acceptedHereOnly(String text) {
        assertThat(cel.check(text)).isEmpty();
        assertThat(Trial.faults(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attributes.at == null", // null
                "dyn(1) == 1", // types and their conversion
                "type(1) == int",
                "size(b'a') == 1", // bytes
                "1u == 1u", // unsigned integers
                "{1: 'a'}[1] == 'a'", // keys other than texts
                "attributes == attributes", // a struct as a value
                "!!5 == 5", // signs that cancel out unchecked
                "int('a') == 1", // constants that can never be read
                "timestamp('2025-02-30T00:00:00Z') < attributes.at",
                "'a'.matches('(')",
                "size([,]) == 0" // a comma alone
            })
    void acceptedByCelOnly(String text) {
        assertThat(cel.check(text)).isPresent();
        assertThat(Trial.faults(text)).isNotEmpty();
    }

    @Test
    void decimalsAreExactWhereDoublesRound() {
        differs("0.1 + 0.2 == 0.3", true, false);
        differs("9007199254740993.0 == 9007199254740992.0", false, true);
        differs("string(2.0)", "2", "2.0");
    }

    @Test
    void whatHasNoExactDecimalIsAnError() {
        CelAbstractSyntaxTree third = cel.check("1.0 / 3.0 > 0.0").orElseThrow();
        assertThat(cel.evaluate(third, Sample.of(Map.of()))).contains(true);
        assertThat(Trial.cause("1.0 / 3.0 > 0.0")).contains("no exact decimal form");

        CelAbstractSyntaxTree infinite = cel.check("1.0 / 0.0 > 0.0").orElseThrow();
        assertThat(cel.evaluate(infinite, Sample.of(Map.of()))).contains(true);
        assertThat(Trial.cause("1.0 / 0.0 > 0.0")).isEqualTo("division by zero");
    }

    @Test
    void timestampsAreReadStrictly() {
        Map<String, Object> name = Map.of("name", "2025-01-01T00:00Z");
        CelAbstractSyntaxTree ast =
                cel.check("timestamp(attributes.name) > timestamp(0)").orElseThrow();
        assertThat(cel.evaluate(ast, Sample.of(name))).contains(true);
        assertThat(Trial.cause("timestamp(attributes.name)", name)).contains("cannot read");
    }

    @Test
    void timestampsFurtherApartThanThreeCenturiesHaveADifference() {
        String text = "timestamp('9999-12-31T00:00:00Z') - timestamp('1000-01-01T00:00:00Z') > duration('1h')";
        assertThat(cel.evaluate(cel.check(text).orElseThrow(), Sample.of(Map.of())))
                .isEmpty();
        assertThat(Trial.value(text)).isEqualTo(true);
    }

    @Test
    void textsCompareByCodePointsInsteadOfUtf16() {
        differs("'\\uFF5E' < '\\U0001F600'", true, false);
    }

    private void differs(String text, Object here, Object there) {
        CelAbstractSyntaxTree ast = cel.check(text).orElseThrow();
        assertThat(Trial.value(text)).isEqualTo(here);
        assertThat(cel.evaluate(ast, Sample.of(Map.of()))).isEqualTo(Optional.of(there));
    }
}
