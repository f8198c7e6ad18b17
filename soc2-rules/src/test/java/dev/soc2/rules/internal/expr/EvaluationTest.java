package dev.soc2.rules.internal.expr;

import static dev.soc2.rules.internal.expr.Trial.cause;
import static dev.soc2.rules.internal.expr.Trial.condition;
import static dev.soc2.rules.internal.expr.Trial.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions say of an item. */
class EvaluationTest {

    @Test
    void aConditionIsTrueFalseOrInError() {
        Program<Sample> prod = condition("attributes.name == 'prod'");

        assertThat(prod.test(Sample.of(Map.of("name", "prod")))).isEqualTo(Verdict.TRUE);
        assertThat(prod.test(Sample.of(Map.of("name", "test")))).isEqualTo(Verdict.FALSE);
        assertThat(prod.test(Sample.of(Map.of()))).isEqualTo(Verdict.ERROR);
        assertThat(prod.cause(Sample.of(Map.of()))).isEqualTo("attributes.name is absent");
        assertThatThrownBy(() -> prod.cause(Sample.of(Map.of("name", "prod"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hasAsksWhetherAFieldIsThere() {
        assertThat(value("has(attributes.name)")).isEqualTo(false);
        assertThat(value("has(attributes.name)", Map.of("name", ""))).isEqualTo(true);
        assertThat(value("has(attributes.labels.a)", Map.of("labels", Map.of("a", "1"))))
                .isEqualTo(true);
        assertThat(value("has(attributes.labels.b)", Map.of("labels", Map.of("a", "1"))))
                .isEqualTo(false);
        assertThat(cause("has(attributes.labels.b)")).isEqualTo("attributes.labels is absent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!(false && attributes.flag)",
                "!(attributes.flag && false)",
                "true || attributes.flag",
                "attributes.flag || true",
                "attributes.flag || attributes.flag || true",
                "!(attributes.flag && false && attributes.flag)",
                "[1, 0].exists(n, 1 / n == 1)",
                "[0, 1].exists(n, 1 / n == 1)",
                "![1, 0].all(n, 1 / n == 2)",
                "![0, 1].all(n, 1 / n == 2)",
                "false ? attributes.flag : true"
            })
    void whatDecidesHidesAnErrorOnEitherSide(String text) {
        assertThat(value(text)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true && attributes.flag",
                "attributes.flag || false",
                "!attributes.flag",
                "attributes.flag ? true : true",
                "attributes.flag == attributes.flag",
                "true && true && attributes.flag"
            })
    void whatDoesNotDecideKeepsTheError(String text) {
        assertThat(cause(text)).isEqualTo("attributes.flag is absent");
    }

    @Test
    void aMacroVariableHidesAVariableOfItsName() {
        assertThat(value("['x'].exists(actor, actor == 'x')")).isEqualTo(true);
        assertThat(value("['x'].all(a, ['y'].exists(a, a == 'y') && a == 'x')")).isEqualTo(true);
    }

    @Test
    void reviewersOtherThanTheActorAreFound() {
        Program<Sample> reviewed = condition("attributes.tags.exists(r, r != actor)");

        assertThat(reviewed.test(Sample.of(Map.of("tags", List.of("ann", "bob")))))
                .isEqualTo(Verdict.TRUE);
        assertThat(reviewed.test(Sample.of(Map.of("tags", List.of("ann"))))).isEqualTo(Verdict.FALSE);
        Sample nobody = new Sample(Map.of("tags", List.of("bob")), Optional.empty());
        assertThat(reviewed.test(nobody)).isEqualTo(Verdict.ERROR);
        assertThat(reviewed.cause(nobody)).isEqualTo("actor is absent");
    }

    @Test
    void macrosGiveListsAndCountKeysOfMapsInOrder() {
        assertThat(value("[3, 1, 2].filter(n, n > 1)")).isEqualTo(List.of(3L, 2L));
        assertThat(value("[3, 1, 2].map(n, n > 1, n * 10)")).isEqualTo(List.of(30L, 20L));
        assertThat(value("[1, 2, 2].exists_one(n, n == 2)")).isEqualTo(false);
        assertThat(value("{'b': 1, 'a': 2, 'c': 0}.map(k, k)")).isEqualTo(List.of("a", "b", "c"));
    }

    @Test
    void aValueOfAnotherTypeThanDeclaredIsAnErrorThatNamesTheField() {
        assertThat(cause("attributes.name == 'a'", Map.of("name", 5L)))
                .isEqualTo("attributes.name is of type integer, not text");
        assertThat(cause("attributes.tags.exists(t, t == 'a')", Map.of("tags", List.of(5L))))
                .isEqualTo("an element is of type integer, not text");
        assertThat(cause("attributes.at < timestamp(0)", Map.of("at", "2025-01-01")))
                .isEqualTo("attributes.at is of type text, not timestamp");
    }

    @Test
    void aCauseNeverEchoesLongTexts() {
        assertThat(cause("int(attributes.name)", Map.of("name", "abc"))).isEqualTo("int() cannot read 'abc'");
        assertThat(cause("int(attributes.name)", Map.of("name", "9".repeat(30) + "x".repeat(11))))
                .isEqualTo("int() cannot read a text of 41 characters");
    }

    @Test
    void timestampsHavePartsInAZone() {
        // 2024-12-31T23:30:00.250Z is 2025-01-01 00:30 in Paris: a Wednesday, day 1 of the year, counted from 0.
        Map<String, Object> at = Map.of("at", Instant.parse("2024-12-31T23:30:00.250Z"));
        assertThat(value("attributes.at.getFullYear()", at)).isEqualTo(2024L);
        assertThat(value("attributes.at.getMonth()", at)).isEqualTo(11L);
        assertThat(value("attributes.at.getDate()", at)).isEqualTo(31L);
        assertThat(value("attributes.at.getDayOfMonth()", at)).isEqualTo(30L);
        assertThat(value("attributes.at.getMilliseconds()", at)).isEqualTo(250L);
        assertThat(value("attributes.at.getFullYear('Europe/Paris')", at)).isEqualTo(2025L);
        assertThat(value("attributes.at.getDayOfYear('Europe/Paris')", at)).isEqualTo(0L);
        assertThat(value("attributes.at.getDayOfWeek('Europe/Paris')", at)).isEqualTo(3L);
        assertThat(value("attributes.at.getHours('+01:00')", at)).isEqualTo(0L);
        assertThat(value("attributes.at.getMinutes('-02:45')", at)).isEqualTo(45L);
    }

    @Test
    void timestampsAndDurationsAddUp() {
        Map<String, Object> at =
                Map.of("at", Instant.parse("2024-02-28T12:00:00Z"), "seen", Instant.parse("2024-03-01T11:59:59.5Z"));
        assertThat(value("attributes.seen - attributes.at", at)).isEqualTo(Duration.ofSeconds(172_799, 500_000_000));
        assertThat(value("attributes.at + duration('48h') > attributes.seen", at))
                .isEqualTo(true);
        assertThat(value("duration('-1.5s') - duration('1s') == duration('-2.5s')"))
                .isEqualTo(true);
        assertThat(value("duration('-1.5s').getSeconds()")).isEqualTo(-1L);
        assertThat(value("duration('-1.5s').getMilliseconds()")).isEqualTo(-500L);
        assertThat(cause("timestamp('9999-12-31T23:59:59Z') + duration('1s')")).contains("outside the years");
    }

    @Test
    void anOpenStructReadsUndeclaredAttributesByTheirValues() {
        Program<Sample> program = Trial.expression(
                        "attributes.environment == 'prod' && attributes.risk < 4.5 && 'x-y' in attributes",
                        Sample.OPEN,
                        ExprType.BOOL)
                .bind(Sample::bind);

        assertThat(program.test(Sample.of(Map.of("environment", "prod", "risk", 4L, "x-y", "z"))))
                .isEqualTo(Verdict.TRUE);
        assertThat(program.test(Sample.of(Map.of("environment", 5L, "risk", 4L))))
                .isEqualTo(Verdict.FALSE);
        assertThat(program.test(Sample.of(Map.of("environment", "prod", "risk", "high", "x-y", "z"))))
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void aResultOfAnyTypeIsCheckedWhenItComes() {
        Program<Sample> program = Trial.expression("attributes.emergency", Sample.OPEN, ExprType.BOOL)
                .bind(Sample::bind);

        assertThat(program.test(Sample.of(Map.of("emergency", true)))).isEqualTo(Verdict.TRUE);
        assertThat(program.cause(Sample.of(Map.of("emergency", "yes"))))
                .isEqualTo("the value is of type text, not boolean");
    }

    @Test
    void anExpressionTellsWhichFieldsItReads() {
        ExprType attributes = ExprType.struct("finding", Map.of("severity", ExprType.STRING), true);
        ExprType trigger =
                ExprType.struct("trigger", Map.of("actor", ExprType.STRING, "attributes", attributes), false);
        Scope scope = new Scope(Map.of("trigger", trigger, "actor", ExprType.STRING, "attributes", attributes));

        Expression expression = Trial.expression(
                "trigger.actor == actor && trigger.attributes.severity == 'HIGH' && has(attributes.x) "
                        + "&& attributes['break-glass'].by[0] == actor",
                scope,
                ExprType.BOOL);

        assertThat(expression.fields())
                .containsExactly(
                        new FieldPath("", "actor"),
                        new FieldPath("attributes", "break-glass"),
                        new FieldPath("attributes", "x"),
                        new FieldPath("trigger", "actor"),
                        new FieldPath("trigger.attributes", "severity"));
    }

    @Test
    void textsCompareByCodePoints() {
        // U+FF5E is below U+1F600, although the first UTF-16 unit of the latter (D83D) is below FF5E.
        assertThat(value("'\\uFF5E' < '\\U0001F600'")).isEqualTo(true);
        assertThat(value("size('a\\U0001F600b')")).isEqualTo(3L);
    }

    @Test
    void textLiteralsComeInEveryFormOfCel() {
        assertThat(value("'\\x41\\u0042\\103\\n\\'\\\"\\`\\?'")).isEqualTo("ABC\n'\"`?");
        assertThat(value("r'\\d' + R\"\\w\"")).isEqualTo("\\d\\w");
        assertThat(value("'''it's\n''' + \"\"\"\"a\" \"\"\"")).isEqualTo("it's\n\"a\" ");
        assertThat(value("1 // one\n + 1")).isEqualTo(2L);
    }

    @Test
    void listsAndMapsAreReadByPositionAndKey() {
        assertThat(value("[1, 2][1]")).isEqualTo(2L);
        assertThat(value("{'a': 1}['a'] + {'b': 2}.b")).isEqualTo(3L);
        assertThat(cause("[1, 2][2]")).isEqualTo("position 2 is outside a list of 2");
        assertThat(cause("{'a': 1}['b']")).isEqualTo("there is no 'b'");
        assertThat(value("'a' in {'a': 1}")).isEqualTo(true);
    }
}
