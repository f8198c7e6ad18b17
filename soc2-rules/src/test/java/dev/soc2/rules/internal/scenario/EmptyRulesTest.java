package dev.soc2.rules.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that ask for nothing, as far as their text shows it. */
class EmptyRulesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "kind: ATTRIBUTE, of: {type: a.b}, require: 'true' ~ 'require' always holds: true",
                "kind: ATTRIBUTE, of: {type: a.b}, require: '1 > 2' ~ 'require' never holds: 1 > 2",
                "kind: ATTRIBUTE, of: {type: a.b, where: 'false'}, require: attributes.c"
                        + " ~ 'where' never holds, so nothing is picked: false",
                "kind: STATE, of: {type: a.b}, compliant: 'attributes.c || true'"
                        + " ~ 'compliant' always holds: attributes.c || true",
                "kind: COMPLETENESS, left: {type: a.b}, right: {type: a.b}, match: [subject]"
                        + " ~ left and right are the same records by the same key, so every record has itself",
                "kind: SLA, trigger: {type: a.b}, start: attributes.c, stop: attributes.c, limit: P1D"
                        + " ~ the stop is its start, so no time ever passes",
                "kind: SLA, trigger: {type: a.b}, answer: {type: a.b}, match: [subject], limit: P1D"
                        + " ~ the answer is what triggers it, so a record may answer itself",
                "kind: THRESHOLD, of: {type: a.b}, aggregate: COUNT, window: YEAR, op: '>=', target: 0"
                        + " ~ a count is always >= 0",
                "kind: ALL_OF, rules: [{kind: ATTRIBUTE, of: {type: a.b}, require: 'true'}]"
                        + " ~ 'require' always holds: true"
            })
    void isSeen(String rule, String hint) throws IOException {
        assertThat(EmptyRules.hints(rule(rule))).containsExactly(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "kind: ATTRIBUTE, of: {type: a.b, where: 'true'}, require: attributes.c",
                "kind: COMPLETENESS, left: {type: a.b}, right: {type: a.b}, match: [{subject: attributes.c}]",
                "kind: COMPLETENESS, left: {type: a.b, source: x}, right: {type: a.b}, match: [subject]",
                "kind: SLA, trigger: {type: a.b}, start: attributes.c, stop: attributes.d, limit: P1D",
                "kind: THRESHOLD, of: {type: a.b}, aggregate: COUNT, window: YEAR, op: '>', target: 0",
                "kind: THRESHOLD, of: {type: a.b}, aggregate: COUNT, window: YEAR, op: '<=', target: 0",
                "kind: CUSTOM, name: acme.own, params: {require: 'true'}"
            })
    void isLeftAlone(String rule) throws IOException {
        assertThat(EmptyRules.hints(rule(rule))).isEmpty();
    }

    @Test
    void theStarterPackHasNone() {
        assertThat(RulePacks.starter().controls())
                .flatExtracting(control -> control.tests().stream()
                        .flatMap(test -> EmptyRules.hints(test.rule()).stream())
                        .toList())
                .isEqualTo(List.of());
    }

    private Rule rule(String fields) throws IOException {
        Path pack = Files.writeString(folder.resolve("pack.yaml"), """
                pack: one
                version: 1.0.0
                controls:
                  - id: C-01
                    title: One
                    criteria: [CC8.1]
                    nature: PREVENTIVE
                    execution: MANUAL
                    frequency: EVENT
                    tests:
                      - id: T1
                        procedure: INSPECTION
                        rule: {RULE}
                """.replace("RULE", fields));
        return RulePacks.read(pack).controls().get(0).tests().get(0).rule();
    }
}
