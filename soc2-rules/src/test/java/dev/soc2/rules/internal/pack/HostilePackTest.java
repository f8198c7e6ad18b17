package dev.soc2.rules.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule packs that mean harm: each is refused with code, place and fix. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePackTest {

    private static final String RULE = "{kind: ATTRIBUTE, of: {type: a.b}, require: \"true\"}";
    private static final String PACK = "pack: x\nversion: 1.0.0\nlicense: Apache-2.0\ncriteria: tsc-2017-rev-2022\n"
            + "controls:\n  - id: C-1\n    title: t\n    criteria: [CC6.1]\n"
            + "    nature: PREVENTIVE\n    execution: AUTOMATED\n    frequency: EVENT\n    tests:\n"
            + "      - id: T1\n        procedure: INSPECTION\n        rule: " + RULE + "\n";

    static Stream<Arguments> packs() {
        return Stream.of(
                pack("nothing", "", "D003"),
                pack("a list", "[]", "D022"),
                pack("a text", "hello", "D022"),
                pack("an unknown field", PACK + "exec: id\n", "D021"),
                pack("a field twice", PACK + "license: MIT\n", "D006"),
                pack("an alias to itself", PACK + "notice: &a [*a]\n", "D010"),
                pack("a Java object", PACK + "notice: !!java.net.URL [x]\n", "D009"),
                pack("a merge", PACK + "<<: {a: b}\n", "D011"),
                pack("100,000 lists", PACK + "notice: " + "[".repeat(100_000), "D005"),
                pack("a megabyte of text and more", PACK + "notice: " + "x".repeat(2 << 20), "D005"),
                pack("33 aliases", PACK + "notice: &a x\nmore: [" + "*a,".repeat(33) + "]\n", "D005"),
                pack("NUL", PACK + "notice: a\0b\n", "D001"),
                pack("half a surrogate pair", PACK + "notice: \"\\uD800\"\n", "D007"),
                pack("an id that climbs", PACK.replace("pack: x", "pack: ../x"), "R002"),
                pack("an id of 100,000 letters", PACK.replace("pack: x", "pack: " + "x".repeat(100_000)), "R002"),
                pack("a control that is a path", PACK.replace("C-1", "../C"), "R002"),
                pack("a type that is a path", PACK.replace("a.b", "../a"), "R009"),
                pack("a type of 500,000 words", PACK.replace("a.b", "a" + ".a".repeat(500_000)), "R009"),
                pack("a criterion that is none", PACK.replace("CC6.1", "CC66.1"), "R006"),
                pack("criteria of nobody", PACK.replace("tsc-2017-rev-2022", "../../x"), "R005"),
                rule("a kind that is a class", "{kind: java.lang.Runtime}", "D024"),
                rule("rules in each other without an end", "{kind: ANY_OF, rules: [".repeat(60), "D005"),
                rule("an expression that is open", RULE.replace("true", "(true"), "R012"),
                rule("an expression of a megabyte", RULE.replace("true", "true" + " && true".repeat(100_000)), "R012"),
                rule("10,000 brackets", RULE.replace("true", "(".repeat(3_900)), "R012"),
                rule("a call of a class", RULE.replace("true", "java.lang.Runtime.getRuntime()"), "R012"),
                rule("a call of a method", RULE.replace("true", "subject.getClass()"), "R012"),
                rule("a pattern that is none", RULE.replace("true", "subject.matches('(')"), "R012"),
                rule("a pattern of a billion", RULE.replace("true", "subject.matches('(a{1000}){1000}')"), "R012"),
                rule("a pattern that looks back", RULE.replace("true", "subject.matches('(a)\\\\\\\\1')"), "R012"),
                rule("a number that is too large", RULE.replace("true", "1 == 99999999999999999999"), "R012"),
                rule(
                        "a limit of a million years",
                        "{kind: SLA, trigger: {type: a.b}, start: occurredAt, stop: "
                                + "attributes.x, limit: P1000000Y}",
                        "D023"),
                rule(
                        "a limit below zero",
                        "{kind: SLA, trigger: {type: a.b}, start: occurredAt, stop: " + "attributes.x, limit: -P1D}",
                        "D023"),
                rule(
                        "a limit of 400 digits",
                        "{kind: SLA, trigger: {type: a.b}, start: occurredAt, stop: " + "attributes.x, limit: P"
                                + "9".repeat(400) + "D}",
                        "D023"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    void isRefusedByName(String name, String pack, String code) {
        Soc2Exception refused = catchThrowableOfType(Soc2Exception.class, () -> read(pack));

        assertThat(refused).isNotNull();
        assertThat(refused.issues()).extracting(Issue::code).contains("SOC2-" + code);
        assertThat(refused.issues()).allSatisfy(issue -> {
            assertThat(issue.location().document()).isEqualTo("pack.yaml");
            assertThat(issue.location().line()).isPositive();
            assertThat(issue.fix()).isNotBlank();
            assertThat(issue.what()).hasSizeLessThan(2_000);
        });
    }

    @Test
    void thePackWithoutHarmIsRead() {
        assertThat(read(PACK).id()).isEqualTo("x");
    }

    private static RulePack read(String pack) {
        return RulePacks.read("pack.yaml", pack.getBytes(StandardCharsets.UTF_8), CriteriaDocument.builtIn());
    }

    private static Arguments pack(String name, String text, String code) {
        return Arguments.of(name, text, code);
    }

    private static Arguments rule(String name, String rule, String code) {
        return Arguments.of(name, PACK.replace(RULE, rule), code);
    }
}
