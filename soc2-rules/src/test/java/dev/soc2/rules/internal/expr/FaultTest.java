package dev.soc2.rules.internal.expr;

import static dev.soc2.rules.internal.expr.Trial.faults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults say what is wrong, where, and how to mend it. */
class FaultTest {

    private static final ExprType RESTORE =
            ExprType.struct("restore.tested", Map.of("outcome", ExprType.STRING, "duration", ExprType.DECIMAL), false);

    @Test
    void anUndeclaredAttributeIsToldWithTheNearestName() {
        Scope scope = new Scope(Map.of("attributes", RESTORE));
        assertThat(faults("attributes.outcome == 'success' && attributes.duraton <= 4", scope))
                .containsExactly(">duraton< 'duraton' is not an attribute that restore.tested declares; "
                        + "use 'duration', or declare the attribute in `vocabulary:`");
    }

    @Test
    void anAttributeLikeNoOtherIsToldWithTheKnownOnes() {
        Scope scope = new Scope(Map.of("attributes", RESTORE));
        assertThat(faults("has(attributes.reviewers)", scope))
                .containsExactly(">reviewers< 'reviewers' is not an attribute that restore.tested declares; "
                        + "use one of duration, outcome, or declare the attribute in `vocabulary:`");
    }

    @Test
    void everyFaultOfNamesAndTypesIsToldOnceInTheOrderOfPlaces() {
        assertThat(faults("attributes.nam == 'a' && attributes.count == 'b' && sise(actr) > 1"))
                .containsExactly(
                        ">nam< 'nam' is not an attribute that restore.tested declares; "
                                + "use 'name', or declare the attribute in `vocabulary:`",
                        ">==< '==' does not work on integer and text; "
                                + "make both sides of one type; int(), double() and string() convert",
                        ">sise< 'sise' is not a function of these expressions; use 'size'",
                        ">actr< 'actr' is not a name that can be read here; use 'actor', or put a text in quotes");
    }

    @Test
    void offsetsCountCodePoints() {
        assertThat(ExpressionCompiler.compile(
                                "'\ud83d\ude00' == actr", Sample.SCOPE, ExprType.BOOL, ExpressionLimits.DEFAULTS)
                        .faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.offset()).isEqualTo(7);
                    assertThat(fault.length()).isEqualTo(4);
                });
    }

    @Test
    void aFieldOfARecordIsNotCalledAnAttribute() {
        ExprType trigger = ExprType.struct("trigger", Map.of("actor", ExprType.STRING, "attributes", RESTORE), false);
        Scope scope = new Scope(Map.of("trigger", trigger));
        assertThat(faults("trigger.actr == 'a'", scope))
                .containsExactly(">actr< 'actr' is not a field of trigger; use 'actor'");
        assertThat(faults("trigger.attributes.outcom == 'a'", scope))
                .containsExactly(">outcom< 'outcom' is not an attribute that restore.tested declares; "
                        + "use 'outcome', or declare the attribute in `vocabulary:`");
        assertThat(faults("trigger.attributes == trigger.attributes", scope))
                .hasSize(2)
                .allMatch(fault -> fault.startsWith(">attributes< 'trigger.attributes' is not a value itself"));
        assertThat(faults("has(trigger.attributes)", scope)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "actor = 'a'|>=< '=' has no meaning in an expression; compare with '=='",
                "actor == 'a' and true|>and< 'and' is not expected here; join conditions with '&&'",
                "actor == 'a' & true|>&< '&' has no meaning in an expression; join conditions with '&&'",
                "actor == null|>null< null is not a value of these expressions: a field is there or absent; "
                        + "ask with has(...), such as has(attributes.name)",
                "actor == 'a|>'a< this text has no end; close it with '",
                "actor == '\\q'|>\\q< this escape is not complete or not known; "
                        + "write \\\\ for a backslash, or r'...' for a text without escapes",
                "actor ==|>< the expression ends too early; a value, a name or '(' is expected",
                "(actor == 'a'|>< the expression ends too early; ')' is expected to end the parentheses",
                "actor|>actor< this expression is of type text where boolean is needed; "
                        + "write a condition, such as attributes.name == 'value'",
                "attributes.at > '2025-01-01T00:00:00Z'|>>< '>' does not work on timestamp and text; "
                        + "make the text a time: timestamp('2025-01-31T00:00:00Z')",
                "attributes.span > '1h'|>>< '>' does not work on duration and text; "
                        + "make the text a duration: duration('36h')",
                "attributes.span > duration('P1D')|>'P1D'< duration() cannot read 'P1D'; "
                        + "write a duration such as '36h' or '1h30m'",
                "actor.matches('(')|>'('< this pattern is not a regular expression: missing closing ); "
                        + "write a regular expression of RE2",
                "attributes.at.getHours('Mars') == 1|>'Mars'< no time zone is called 'Mars'; "
                        + "write a name such as 'Europe/Paris'",
                "contains(actor, 'a')|>contains< contains() is not called like this; write value.contains(...)",
                "actor.startsWith(1)|>startsWith< startsWith() does not take text and integer; give it text and text",
                "attributes == actor|>attributes< 'attributes' is not a value itself; "
                        + "read a field of it: attributes.<name>",
                "1u == 1|>1u< unsigned integers are not part of these expressions; leave out the 'u'",
                "b'a' == 'a'|>b< bytes are not part of these expressions; leave out the 'b'",
                "true && 1|>1< '&&' needs a condition, this is of type integer; "
                        + "compare the value with another one, such as '== 1'",
                "{1: 2} == {}|>1< the keys of a map are texts, this is of type integer; quote it",
                "if(true)|>if< 'if' is a reserved word of CEL; choose another name",
                "attributes.tags.exists(1, true)|>1< the first argument of exists() names the element; "
                        + "write a plain name, such as x",
                "attributes.tags.exists(x)|>exists< 'exists' is not a function of these expressions; "
                        + "write list.exists(x, condition on x)",
                "has(actor)|>actor< has() asks for a field of something; write it as has(attributes.name)"
            })
    void theTextOfAFault(String text, String expected) {
        assertThat(faults(text).get(0)).isEqualTo(expected);
    }
}
