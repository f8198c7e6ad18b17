package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a condition always comes to can be seen from its form, now and then. */
class ConstantConditionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "true || attributes.a",
                "attributes.a == 1 || !false",
                "1 < 2",
                "'a' in ['a', 'b']",
                "attributes.a ? true : 1 == 1",
                "true ? true : attributes.a",
                "attributes.a || !attributes.a",
                "!(false && attributes.a)",
                "(true) && 2 > 1"
            })
    void alwaysHolds(String condition) {
        assertThat(ConstantConditions.value(condition)).contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"false", "false && attributes.a", "!true", "1 > 2", "attributes.a && !attributes.a", "!(1 == 1)"
            })
    void neverHolds(String condition) {
        assertThat(ConstantConditions.value(condition)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attributes.a",
                "attributes.a == 1",
                "true && attributes.a",
                "false || attributes.a",
                "attributes.a ? true : false",
                "attributes.a || !attributes.b",
                "1 / 0 == 1",
                "1 + 1",
                "true ||",
                "",
                "((((",
                "\u0000 'x"
            })
    void depends(String condition) {
        assertThat(ConstantConditions.value(condition)).isEmpty();
    }

    @Test
    void aLongAndADeepConditionAreRead() {
        assertThat(ConstantConditions.value("attributes.a || ".repeat(100) + "true"))
                .contains(true);
        assertThat(ConstantConditions.value("!".repeat(100_000) + "true")).isEmpty();
    }
}
