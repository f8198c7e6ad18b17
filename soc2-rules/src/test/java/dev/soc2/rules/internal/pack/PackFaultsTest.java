package dev.soc2.rules.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.soc2.model.document.DocumentException;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault that a pack can have, with the exact text in which it is told. */
class PackFaultsTest {

    private static final String HEAD = "pack: acme\nversion: '1'\n";
    private static final String CONTROL = """
              - id: C1
                title: A control
                criteria: [CC6.1]
                nature: PREVENTIVE
                execution: MANUAL
                frequency: EVENT
            """;
    /** The head has 2 lines, "controls:" is line 3, a control 4 to 9, "tests:" 10, the test 11 and 12, its rule 13. */
    private static final String TEST = "    tests:\n      - id: T1\n        procedure: INSPECTION\n        rule: ";

    enum BadPack {
        ID_OF_A_PACK(PackCode.ID, "pack: acme/extras\nversion: '1'\ncontrols: []\n", """
                p.yaml:1:7: SOC2-R002: an id is letters, digits, '.', '_' or '-', at most 100, got 'acme/extras'
                  | pack: acme/extras
                  |       ^^^^^^^^^^^
                  fix: write an id such as IAM-03"""),
        CONTROL_TWICE(PackCode.DUPLICATE_CONTROL, HEAD + "controls:\n" + CONTROL + CONTROL, """
                p.yaml:10:9: SOC2-R003: there is a control 'C1' already
                  |   - id: C1
                  |         ^^
                  fix: give it another id, or leave it out"""),
        TEST_TWICE(
                PackCode.DUPLICATE_TEST,
                rule("{kind: ATTESTED}") + "      - {id: T1, procedure: INQUIRY, rule: {kind: ATTESTED}}\n",
                """
                p.yaml:14:14: SOC2-R004: this control has a test 'T1' already
                  |       - {id: T1, procedure: INQUIRY, rule: {kind: ATTESTED}}
                  |              ^^
                  fix: give it another id"""),
        CATALOGUE_UNKNOWN(PackCode.UNKNOWN_CATALOGUE, HEAD + "criteria: tsc-2030\ncontrols: []\n", """
                p.yaml:3:11: SOC2-R005: there is no criteria catalogue 'tsc-2030'
                  | criteria: tsc-2030
                  |           ^^^^^^^^
                  fix: use tsc-2017-rev-2022, or read the pack with the catalogue that it names"""),
        CRITERION_UNKNOWN(PackCode.UNKNOWN_CRITERION, HEAD + "controls:\n" + CONTROL.replace("CC6.1", "CC6.11"), """
                p.yaml:6:16: SOC2-R006: there is no criterion 'CC6.11' in tsc-2017-rev-2022
                  |     criteria: [CC6.11]
                  |                ^^^^^^
                  fix: use one of CC6.1 to CC6.8"""),
        PART_OF_ANOTHER_CRITERION(
                PackCode.CRITERION_NOT_ADDRESSED,
                HEAD + "controls:\n" + CONTROL + "    covers: {CC6.7: [encryption]}\n",
                """
                p.yaml:10:14: SOC2-R007: this control covers a part of CC6.7 and does not address it
                  |     covers: {CC6.7: [encryption]}
                  |              ^^^^^
                  fix: add CC6.7 to 'criteria', or use one of CC6.1"""),
        REQUIREMENT_UNKNOWN(
                PackCode.UNKNOWN_REQUIREMENT,
                HEAD + "programmeRequirements: {POL-01: Policy}\ncontrols:\n" + CONTROL + "    programme: [POL-02]\n",
                """
                p.yaml:11:17: SOC2-R008: 'POL-02' is not listed under programmeRequirements
                  |     programme: [POL-02]
                  |                 ^^^^^^
                  fix: use 'POL-01'"""),
        TYPE_IN_CAPITALS(PackCode.EVIDENCE_TYPE, rule("{kind: PROHIBITION, of: {type: Audit.Event}}"), """
                p.yaml:13:46: SOC2-R009: an evidence type is a dotted lower-case name, got 'Audit.Event'
                  |         rule: {kind: PROHIBITION, of: {type: Audit.Event}}
                  |                                              ^^^^^^^^^^^
                  fix: write a name such as iam.account.disabled"""),
        FIELD_UNDECLARED(
                PackCode.UNDECLARED_FIELD,
                rule("{kind: SLA, trigger: {type: hr.terminated}, stop: attributes.closedAt, limit: P1D}"),
                """
                p.yaml:13:65: SOC2-R010: 'closedAt' is not an attribute that hr.terminated declares
                  |         rule: {kind: SLA, trigger: {type: hr.terminated}, stop: attributes.closedAt, limit: P1D}
                  |                                                                 ^^^^^^^^^^^^^^^^^^^
                  fix: use one of badge, department, reason, or declare the attribute in `vocabulary:`"""),
        FIELD_WITHOUT_TIME(
                PackCode.FIELD_TYPE,
                rule("{kind: SLA, trigger: {type: hr.terminated}, stop: attributes.badge, limit: P1D}"),
                """
                p.yaml:13:65: SOC2-R011: 'attributes.badge' holds no time
                  |         rule: {kind: SLA, trigger: {type: hr.terminated}, stop: attributes.badge, limit: P1D}
                  |                                                                 ^^^^^^^^^^^^^^^^
                  fix: name a field that holds one, such as occurredAt"""),
        EXPRESSION_WITHOUT_END(
                PackCode.EXPRESSION,
                rule("{kind: ATTRIBUTE, of: {type: acme.made}, require: 'attributes.cost >'}"),
                """
                p.yaml:13:83: SOC2-R012: the expression ends too early
                  |         rule: {kind: ATTRIBUTE, of: {type: acme.made}, require: 'attributes.cost >'}
                  |                                                                                   ^
                  fix: a value, a name or '(' is expected"""),
        AMOUNT_WITH_A_QUOTIENT(
                PackCode.EXPRESSION,
                rule(
                        "{kind: THRESHOLD, of: {type: a}, window: DAY, aggregate: SUM, value: attributes.x / 2, op: '<', target: 1}"),
                """
                p.yaml:13:97: SOC2-R012: an amount is made with + - *, and '/' leaves exact decimals
                  |         rule: {kind: THRESHOLD, of: {type: a}, window: DAY, aggregate: SUM, value: attributes.x / 2, op: '<', target: 1}
                  |                                                                                                 ^
                  fix: give both sides on their own, as value and total of a RATIO, or multiply the target"""),
        BUSINESS_TIME_WITHOUT_CALENDAR(
                PackCode.INVARIANT,
                rule("{kind: SLA, trigger: {type: a}, answer: {type: b}, match: [subject], limit: 8BH}"),
                """
                p.yaml:13:15: SOC2-R013: limits in business time need a calendar: give calendar
                  |         rule: {kind: SLA, trigger: {type: a}, answer: {type: b}, match: [subject], limit: 8BH}
                  |               ^
                  fix: change the fields so that they fit together"""),
        MATCH_ON_ONE_RECORD(
                PackCode.WITHOUT_EFFECT,
                rule("{kind: SLA, trigger: {type: a}, stop: attributes.end, match: [subject], limit: P1D}"),
                """
                p.yaml:13:76: SOC2-R014: 'match' has no effect here: it ties a record to its answer, and there is no answer
                  |         rule: {kind: SLA, trigger: {type: a}, stop: attributes.end, match: [subject], limit: P1D}
                  |                                                                            ^
                  fix: leave 'match' out"""),
        STEP_TWICE(
                PackCode.DUPLICATE_NAME,
                rule("{kind: ORDERING, item: {type: a}, steps: [{name: x, of: {type: a}, match: [subject]},"
                        + " {name: x, of: {type: b}, match: [subject]}]}"),
                """
                p.yaml:13:108: SOC2-R015: there is a step 'x' already
                  |         rule: {kind: ORDERING, item: {type: a}, steps: [{name: x, of: {type: a}, match: [subject]}, {name: x, of: {type: b}, match: [subject]}]}
                  |                                                                                                            ^
                  fix: give it another name"""),
        STEP_UNKNOWN(
                PackCode.UNKNOWN_STEP,
                rule(
                        "{kind: ORDERING, item: {type: a}, distinct: [[made.actor]],\n"
                                + "          steps: [{name: x, of: {type: a}, match: [subject]}, {name: y, of: {type: b}, match: [subject]}]}"),
                """
                p.yaml:13:61: SOC2-R016: 'made.actor' names no step of this rule
                  |         rule: {kind: ORDERING, item: {type: a}, distinct: [[made.actor]],
                  |                                                             ^^^^^^^^^^
                  fix: begin with one of item, x, y"""),
        ATTRIBUTE_WITH_A_HYPHEN(
                PackCode.ATTRIBUTE_NAME, HEAD + "vocabulary: {acme.made: {cost-centre: string}}\ncontrols: []\n", """
                p.yaml:3:26: SOC2-R017: the name 'cost-centre' cannot be written in an expression
                  | vocabulary: {acme.made: {cost-centre: string}}
                  |                          ^^^^^^^^^^^
                  fix: use letters, digits and '_', and begin with no digit""");

        private final PackCode code;
        private final String document;
        private final String told;

        BadPack(PackCode code, String document, String told) {
            this.code = code;
            this.document = document;
            this.told = told;
        }
    }

    enum BadTailoring {
        CONTROL_MISSPELT(PackCode.TAILORED_CONTROL, "C2", "T1", "limit", """
                overrides.C2: SOC2-R020: there is no control 'C2' in the packs of the engagement
                  fix: use 'C1'"""),
        TEST_MISSPELT(PackCode.TAILORED_TEST, "C1", "T9", "limit", """
                overrides.C1.tests.T9: SOC2-R021: control C1 has no test 'T9'
                  fix: use 'T1'"""),
        PARAMETER_MISSPELT(PackCode.TAILORED_PARAMETER, "C1", "T1", "limt", """
                overrides.C1.tests.T1.limt: SOC2-R022: the rule of test T1 (SLA) has no parameter 'limt'
                  fix: use 'limit'""");

        private final PackCode code;
        private final String control;
        private final String test;
        private final String parameter;
        private final String told;

        BadTailoring(PackCode code, String control, String test, String parameter, String told) {
            this.code = code;
            this.control = control;
            this.test = test;
            this.parameter = parameter;
            this.told = told;
        }

        private Tailoring override() {
            return new Tailoring(control, test, parameter, AttributeValue.of("P1D"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsToldWithItsPlaceAndItsRemedy(BadPack bad) {
        DocumentException refused = catchThrowableOfType(DocumentException.class, () -> read(bad.document));

        assertThat(refused).hasMessage(bad.told);
        assertThat(refused.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo(bad.code.code()));
    }

    @ParameterizedTest
    @EnumSource
    void anOverrideThatFitsNothingIsTold(BadTailoring bad) {
        RulePack pack = read(rule("{kind: SLA, trigger: {type: a}, answer: {type: b}, match: [subject], limit: PT1H}"));

        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> PackDocuments.tailored(pack, List.of(bad.override())));

        assertThat(refused).hasMessage(bad.told);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        DocumentException refused = catchThrowableOfType(
                DocumentException.class, () -> RulePacks.read(Path.of("no-such-folder", "acme.yaml")));

        assertThat(refused).hasMessage("""
                no-such-folder/acme.yaml: SOC2-R001: the file cannot be read (NoSuchFileException)
                  fix: check that it exists and may be read""");
    }

    @Test
    void everyCodeIsTold() {
        Set<PackCode> told = EnumSet.of(PackCode.UNREADABLE);
        Arrays.stream(BadPack.values()).forEach(bad -> told.add(bad.code));
        Arrays.stream(BadTailoring.values()).forEach(bad -> told.add(bad.code));

        assertThat(told).containsExactlyInAnyOrder(PackCode.values());
        assertThat(Arrays.stream(PackCode.values()).map(PackCode::code).collect(Collectors.toSet()))
                .hasSize(PackCode.values().length);
    }

    private static String rule(String rule) {
        return HEAD + "controls:\n" + CONTROL + TEST + rule + "\n";
    }

    private static RulePack read(String document) {
        return PackDocuments.read("p.yaml", document.getBytes(StandardCharsets.UTF_8));
    }
}
