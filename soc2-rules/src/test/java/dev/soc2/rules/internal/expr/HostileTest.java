package dev.soc2.rules.internal.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions and data that mean harm end as a fault or as an error, soon. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class HostileTest {

    private static final String TOO_MANY = "the expression takes more steps than one item may";

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{'a': ", "!", "-", "size(", "true ? true : ", "1 + ", "[1].map(x, "})
    void deepNestingIsAFaultAndNoStackOverflow(String part) {
        String text = part.repeat(3_990 / part.length()) + "1";
        assertThat(Trial.faults(text)).hasSize(1).first().asString().contains("nested deeper than 50 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0]", ".a", " + 1", " == true"})
    void longChainsThatNestAreFaults(String link) {
        String text = "attributes.name" + link.repeat(3_900 / link.length());
        assertThat(Trial.faults(text)).hasSize(1).first().asString().contains("nested deeper than 50 levels");
    }

    @Test
    void theDepthIsExact() {
        assertThat(Trial.condition("!".repeat(49) + "true").test(Sample.of(Map.of())))
                .isEqualTo(Verdict.FALSE);
        assertThat(Trial.faults("!".repeat(50) + "true")).hasSize(1);
        assertThat(Trial.value("(".repeat(49) + "1" + ")".repeat(49))).isEqualTo(1L);
        assertThat(Trial.faults("(".repeat(50) + "true" + ")".repeat(50))).hasSize(1);
    }

    @Test
    void aLongFlatConditionIsNoDeepOne() {
        String text = "attributes.flag" + " && true".repeat(490);
        assertThat(Trial.condition(text).test(Sample.of(Map.of("flag", true)))).isEqualTo(Verdict.TRUE);
    }

    @Test
    void textsListsAndNumbersAreBounded() {
        assertThat(Trial.faults("'" + "a".repeat(4_000) + "' == ''"))
                .singleElement()
                .asString()
                .contains("4008 characters, more than 4000");
        assertThat(Trial.faults("size([" + "1,".repeat(1_001) + "]) == 1"))
                .singleElement()
                .asString()
                .contains("more than 1000 elements");
        assertThat(Trial.faults("9".repeat(3_000) + " == 1"))
                .singleElement()
                .asString()
                .contains("64 bits");
        assertThat(Trial.faults("0." + "1".repeat(3_000) + " == 1.0"))
                .singleElement()
                .asString()
                .contains("200 digits");
    }

    @Test
    void patternsAreBounded() {
        assertThat(Trial.faults("actor.matches('" + "a".repeat(501) + "')"))
                .singleElement()
                .asString()
                .contains("more than 500 characters");
        assertThat(Trial.faults("actor.matches('(((a{30}){30}){30}){30}')")).hasSize(1);
        assertThat(Trial.faults("actor.matches('(abcde{100}|xyz{100}){10}')"))
                .singleElement()
                .asString()
                .contains("more than 2000 instructions");
    }

    @Test
    void backtrackingPatternsStayLinear() {
        Map<String, Object> name = Map.of("name", "a".repeat(1_000_000) + "!");
        assertThat(Trial.value("attributes.name.matches('(a+)+$')", name)).isEqualTo(false);
        assertThat(Trial.value("attributes.name.matches('(a|a)*b')", name)).isEqualTo(false);
    }

    @Test
    void aPatternOfTheDataIsBoundedToo() {
        assertThat(Trial.cause(
                        "attributes.name.matches(attributes.other)", Map.of("name", "a", "other", "a".repeat(501))))
                .contains("more than 500 characters");
        assertThat(Trial.cause("attributes.name.matches(attributes.other)", Map.of("name", "a", "other", "(")))
                .contains("not a regular expression");
    }

    @Test
    void comprehensionBombsHitTheStepLimit() {
        Map<String, Object> long1000 = Map.of("counts", Collections.nCopies(1_000, 1L));
        String all = "attributes.counts.all(a, attributes.counts.all(b, attributes.counts.all(c, true)))";
        assertThat(Trial.cause(all, long1000)).isEqualTo(TOO_MANY);
        assertThat(Trial.condition(all).test(Sample.of(long1000))).isEqualTo(Verdict.ERROR);
        assertThat(Trial.condition("true || " + all).test(Sample.of(long1000))).isEqualTo(Verdict.TRUE);
        assertThat(Trial.condition(all + " || true").test(Sample.of(long1000))).isEqualTo(Verdict.ERROR);
        assertThat(Trial.cause("attributes.counts.map(a, attributes.counts + attributes.counts)", long1000))
                .isEqualTo(TOO_MANY);
        assertThat(Trial.cause("attributes.counts.all(a, attributes.counts == attributes.counts)", long1000))
                .isEqualTo(TOO_MANY);
        assertThat(Trial.cause("attributes.counts.all(a, !(2 in attributes.counts))", long1000))
                .isEqualTo(TOO_MANY);
    }

    @Test
    void joiningAndSearchingLongTextsHitsTheStepLimit() {
        Map<String, Object> texts = Map.of("name", "a".repeat(1_000_000), "other", "a".repeat(400_000) + "b");
        String sum = "attributes.name" + " + attributes.name".repeat(45);
        assertThat(Trial.cause("[" + sum + ", " + sum + "]", texts)).isEqualTo(TOO_MANY);
        assertThat(Trial.value("attributes.name.contains(attributes.other)", texts))
                .isEqualTo(false);
        assertThat(Trial.cause("[1, 2, 3, 4, 5, 6, 7, 8].exists(n, attributes.name.contains(attributes.other))", texts))
                .isEqualTo(TOO_MANY);
    }

    @Test
    void aLongNeedleIsFoundWhereItIs() {
        String needle = "ab".repeat(50) + "c";
        assertThat(Texts.containsLong("x" + "ab".repeat(80) + "c", needle)).isTrue();
        assertThat(Texts.containsLong("x" + "ab".repeat(80), needle)).isFalse();
        assertThat(Texts.containsLong("ab".repeat(49) + "c", needle)).isFalse();
    }

    @Test
    void dataNestedWithoutEndIsAnError() {
        List<Object> nested = List.of();
        for (int i = 0; i < 20_000; i++) {
            nested = List.of(nested);
        }
        Program<Sample> program = Trial.expression("attributes.a == attributes.b", Sample.OPEN, ExprType.BOOL)
                .bind(Sample::bind);
        List<Object> other = new ArrayList<>(nested);
        assertThat(program.cause(Sample.of(Map.of("a", nested, "b", other)))).isEqualTo(TOO_MANY);
    }

    @Test
    void dataWithHolesAndForeignValuesIsAnError() {
        Map<String, Object> holes = new HashMap<>();
        holes.put("tags", Collections.singletonList(null));
        holes.put("name", 'c');
        assertThat(Trial.cause("attributes.tags.exists(t, t == 'a')", holes)).isEqualTo("an element is absent");
        assertThat(Trial.cause("attributes.tags[0]", holes)).isEqualTo("an element is absent");
        assertThat(Trial.value("'a' in attributes.tags", holes)).isEqualTo(false);
        assertThat(Trial.cause("attributes.name == 'c'", holes)).contains("not text");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedAtOnce() {
        Map<String, Object> amount = Map.of("amount", new BigDecimal("1e1000000").setScale(0));
        assertThat(Trial.cause("attributes.amount > 1", amount)).contains("200 digits");
        assertThat(Trial.cause("double(attributes.name)", Map.of("name", "1".repeat(1_000_000))))
                .isEqualTo("double() cannot read a text of 1000000 characters");
    }
}
