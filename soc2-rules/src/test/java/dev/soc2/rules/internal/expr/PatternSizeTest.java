package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{500}){500}){500}",
                "(((((x{99}){99}){99}){99}){99})",
                "(?:(?:ab|c){1000,}){1000}",
                "([a-z{}]{1,900}){900}",
                "(\\(a{400}\\)){400}",
                "a{99999999999}"
            })
    void aPatternThatWouldFillTheMemoryIsRefusedUncompiled(String pattern) {
        assertThat(PatternSize.isAtMost(pattern, 10_000)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
                "arn:aws:iam::[0-9]{12}:(user|role)/.{1,128}",
                "a{",
                "a{,3}",
                "{1000}x{2}",
                "[]{5}]",
                "[^]a]{3}",
                "\\{1000\\}"
            })
    void aPatternOfEverydayIsNot(String pattern) {
        assertThat(PatternSize.isAtMost(pattern, 10_000)).isTrue();
    }

    @Test
    void theExampleOfTheStandardLengthCounts() {
        // a, b and the group around them, four times, and the alternative: 3 * 4 + 1
        assertThat(PatternSize.isAtMost("(ab){4}|", 13)).isTrue();
        assertThat(PatternSize.isAtMost("(ab){4}|", 12)).isFalse();
    }
}
