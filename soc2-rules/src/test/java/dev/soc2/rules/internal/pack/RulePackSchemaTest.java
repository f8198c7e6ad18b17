package dev.soc2.rules.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.document.DocumentException;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.issue.Issue;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestOfControl;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader agree on what a rule pack is. */
class RulePackSchemaTest {

    /** Longer than any name that could be meant, so that the fault lists every field that is known. */
    private static final String UNKNOWN = "x".repeat(101);

    @Test
    void theShippedDocumentsAreValid() {
        for (String id : List.of("soc2-audit-trail", "soc2-starter")) {
            assertThat(Schemas.faults("rule-pack-1", resource("packs/" + id + ".yaml")))
                    .as(id)
                    .isEmpty();
        }
        assertThat(Schemas.faults("vocabulary-1", resource("vocabulary/evidence-1.yaml")))
                .isEmpty();
    }

    /** The examples of the format's description, selectors filled in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: CADENCE, of: S, every: QUARTER, grace: P10D, required: 1, perSubject: [prod-db, payroll]}",
                "{kind: CADENCE, of: S, every: BUSINESS_DAY, calendar: us, performedInPeriodOnly: false, slots: REQUIRE_FULL_ONLY}",
                "{kind: CADENCE, of: S, every: YEAR, fiscalStart: --04, followUp: {answer: S, match: [subject], limit: P10D}}",
                "{kind: CADENCE, of: S, mode: ROLLING, every: P92D, grace: P7D}",
                "{kind: FRESHNESS, of: S, validity: P1Y, grace: P0D, initialGrace: P30D, perSubject: S, retired: S, revoked: S}",
                "{kind: SLA, trigger: S, start: occurredAt, stop: attributes.closedAt, limit: P30D}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limit: 8BH, calendar: us, early: ACCEPT}",
                "{kind: SLA, trigger: S, answer: S, match: {subject: attributes.change}, due: attributes.dueAt}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limitBy: {field: attributes.severity, CRITICAL: P15D},"
                        + " population: DUE_IN_PERIOD, cardinality: ONE_TO_ONE, dateOnlyAt: END_OF_DAY}",
                "{kind: SLA, trigger: S, targets: {of: S, match: [subject]}, answer: S, match: [subject], limit: P1D}",
                "{kind: SLA, trigger: S, stages: [{name: n, start: occurredAt, stop: attributes.end, limit: P1D}]}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limit: P1D, pause: {from: S, until: S}}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limit: P1D, reopen: {of: S, window: P30D}}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limitBy: {field: attributes.severity, HIGH: P30D},"
                        + " severity: {of: S, field: attributes.severity, match: [subject], approved: 'actor != subject'}}",
                "{kind: SLA, trigger: S, stages: [{name: a, answer: S, match: [subject], limit: P1D}, {name: b, stop: attributes.end,"
                        + " due: attributes.dueAt}], pause: {from: S, until: S, match: [subject]}, reopen: {of: S, window: P1D, match: [subject]}}",
                "{kind: SLA, trigger: S, limit: P1D, unseen: {scan: S, match: [subject], seen: S, again: {subject: attributes.asset}}}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limit: P1D, unseen: {scan: S}}",
                "{kind: STATE, of: S, compliant: 'attributes.mfa == true', staleness: PT26H, assets: S, retired: S,"
                        + " newAssetGrace: PT24H, maxViolation: PT0S, maxUnknown: PT0S, flip: LAST_KNOWN}",
                "{kind: ORDERING, item: S, steps: [{name: approved, of: S, match: [subject], withdrawn: S, roles: [owner]},"
                        + " {name: deployed, of: S, match: [subject]}], distinct: [[item.actor, approved.actor]],"
                        + " sameRevision: attributes.revision, clockSkew: PT2M, emergency: 'attributes.emergency == true'}",
                "{kind: COMPLETENESS, left: [S, S], right: S, match: [subject], within: P30D, cardinality: ONE_TO_ONE,"
                        + " onOrphan: WARN, normalize: [TRIM, LOWER, NFC], cross: S}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], at: QUARTER}",
                "{kind: COMPLETENESS, left: [ledger-db, payroll-db], right: S, match: [subject]}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], within: {initial: P30D, repeat: P1Y}}",
                "{kind: THRESHOLD, of: S, value: attributes.up, total: attributes.minutes, unknown: attributes.unknown,"
                        + " expectedTotal: WINDOW_MINUTES, exclude: S, aggregate: RATIO, window: MONTH, partial: INCLUDE,"
                        + " missing: UNKNOWN, perSubject: true, op: '>=', target: '99.9%'}",
                "{kind: THRESHOLD, of: S, aggregate: COUNT, window: MONTH, op: '<', target: 3,"
                        + " exclude: {of: S, approvedAt: attributes.approvedAt, announcedAt: attributes.announcedAt}}",
                "{kind: THRESHOLD, of: S, value: '1', unknown: '2 * 3', aggregate: SUM, window: BUSINESS_DAY, calendar: us,"
                        + " fiscalStart: --04, perSubject: true, retired: S, missing: COUNT_AS_BAD, op: '<=', target: '5%'}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], within: {initial: P30D, repeat: P1Y}, retired: S}",
                "{kind: POLICY_REVIEW, policy: POL-02, maxReviewInterval: P1Y, grace: P0D, approverRoles: [ciso],"
                        + " publishedTo: [staff]}",
                "{kind: OCCURRENCE, trigger: S, record: S, match: [subject], within: P10D,"
                        + " require: 'has(record.attributes.rootCause)'}",
                "{kind: ATTRIBUTE, of: S, require: 'attributes.reviewers.exists(r, r != actor)'}",
                "{kind: PROHIBITION, of: S, coverage: {of: S, every: PT24H}}",
                "{kind: ATTESTED}",
                "{kind: ANY_OF, rules: [{kind: ATTESTED}]}",
                "{kind: ALL_OF, rules: [{kind: ATTESTED}, {kind: ATTRIBUTE, of: S, require: 'true'}]}",
                "{kind: CUSTOM, name: acme.leaver-check, params: {days: 3}}"
            })
    void everyExampleOfTheFormatIsReadAndValid(String example) {
        String pack =
                pack(example.replaceAll("\\bS\\b", "{type: acme.made, source: acme, where: \"attributes.x == 'y'\"}"));

        assertThat(Schemas.faults("rule-pack-1", pack)).isEmpty();
        assertThat(read(pack)).isNotNull();
    }

    @Test
    void everythingAroundARuleIsReadAndValid() {
        assertThat(Schemas.faults("rule-pack-1", WHOLE.replace("¤, ", ""))).isEmpty();
        var pack = read(WHOLE.replace("¤, ", ""));

        assertThat(pack.controls().get(1).control().versions()).hasSize(2);
        assertThat(pack.controls().get(1).tests())
                .extracting(TestOfControl::id)
                .containsExactly("T1@first", "T1@2025-07-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: ATTRIBUTES, of: S, require: 'true'}",
                "{kind: ATTRIBUTE, of: S}",
                "{kind: ATTRIBUTE, of: acme.made, require: 'true'}",
                "{kind: ATTRIBUTE, of: {type: []}, require: 'true'}",
                "{kind: ATTRIBUTE, of: {type: Acme}, require: 'true'}",
                "{kind: ATTRIBUTE, of: {source: acme}, require: 'true'}",
                "{kind: ATTRIBUTE, of: S, require: true}",
                "{kind: ATTRIBUTE, of: S, require: 'true', else: 'false'}",
                "{kind: CADENCE, of: S, every: P1D}",
                "{kind: CADENCE, of: S, every: MONTH, mode: ROLLING}",
                "{kind: CADENCE, of: S, every: MONTH, minInPeriod: 1}",
                "{kind: CADENCE, of: S, every: MONTH, required: 0}",
                "{kind: CADENCE, of: S, every: MONTH, grace: 10}",
                "{kind: CADENCE, of: S, every: MONTH, fiscalStart: April}",
                "{kind: CADENCE, of: S, every: MONTH, retired: S}",
                "{kind: CADENCE, of: S, every: MONTH, perSubject: []}",
                "{kind: CADENCE, of: S, every: MONTH, perSubject: [a, a]}",
                "{kind: CADENCE, of: S, every: MONTH, followUp: {answer: S, limit: P1D}}",
                "{kind: SLA, trigger: S, limit: P1D}",
                "{kind: SLA, trigger: S, stop: attributes.end, answer: S, match: [subject], limit: P1D}",
                "{kind: SLA, trigger: S, answer: S, limit: P1D}",
                "{kind: SLA, trigger: S, answer: S, match: [], limit: P1D}",
                "{kind: SLA, trigger: S, answer: S, match: [subjects], limit: P1D}",
                "{kind: SLA, trigger: S, answer: S, match: [subject]}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limit: P1D, due: attributes.end}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limit: one day}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limitBy: {field: subject}}",
                "{kind: SLA, trigger: S, stop: attributes.end, cardinality: ONE_TO_ONE, limit: P1D}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limit: P1D, pause: {from: S}}",
                "{kind: SLA, trigger: S, answer: S, match: [subject], limit: P1D, severity: {of: S, field: attributes.s}}",
                "{kind: SLA, trigger: S, targets: {of: S, match: [subject]}, stop: attributes.end, limit: P1D}",
                "{kind: SLA, trigger: S, targets: {of: S, match: [subject]}, answer: S, match: [subject], limit: P1D, unseen: {scan: S}}",
                "{kind: SLA, trigger: S, stages: [], limit: P1D}",
                "{kind: SLA, trigger: S, stages: [{name: a, limit: P1D}]}",
                "{kind: SLA, trigger: S, stages: [{name: a, stop: attributes.end, limit: P1D}], limit: P1D}",
                "{kind: COMPLETENESS, left: [], right: S, match: [subject]}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], within: P1D, at: MONTH}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], at: BUSINESS_DAY}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], within: {initial: P1D}}",
                "{kind: POLICY_REVIEW, policy: '', maxReviewInterval: P1Y}",
                "{kind: POLICY_REVIEW, policy: P, maxReviewInterval: 1 year}",
                "{kind: ORDERING, item: S, steps: [{name: a, of: S, match: [subject]}]}",
                "{kind: ORDERING, item: S, steps: [{name: a, of: S, match: [subject]}, {name: b, of: S, match: [subject]}],"
                        + " distinct: [[a.actors]]}",
                "{kind: THRESHOLD, of: S, value: '1', aggregate: RATIO, window: MONTH, op: '>=', target: 1}",
                "{kind: THRESHOLD, of: S, value: '1', aggregate: SUM, window: MONTH, op: '=>', target: 1}",
                "{kind: THRESHOLD, of: S, value: '1', aggregate: SUM, window: MONTH, op: '>=', target: most}",
                "{kind: THRESHOLD, of: S, value: '1', aggregate: COUNT, window: MONTH, op: '>=', target: 1}",
                "{kind: THRESHOLD, of: S, value: '1', total: '1', aggregate: SUM, window: MONTH, op: '>=', target: 1}",
                "{kind: THRESHOLD, of: S, value: '1', unknown: '1', aggregate: MAX, window: MONTH, op: '>=', target: 1}",
                "{kind: THRESHOLD, of: S, value: '1', aggregate: SUM, missing: COUNT_AS_BAD, window: MONTH, op: '>=',"
                        + " target: 1}",
                "{kind: THRESHOLD, of: S, value: '1', unknown: '1', aggregate: SUM, missing: COUNT_AS_GOOD,"
                        + " window: MONTH, op: '==', target: 1}",
                "{kind: THRESHOLD, of: S, value: '1', aggregate: SUM, window: BUSINESS_DAY, op: '>=', target: 1}",
                "{kind: THRESHOLD, of: S, value: '1', aggregate: SUM, window: MONTH, retired: S, op: '>=', target: 1}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], retired: S}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], cross: S,"
                        + " within: {initial: P1D, repeat: P1Y}}",
                "{kind: COMPLETENESS, left: S, right: S, match: [subject], cardinality: ONE_TO_ONE,"
                        + " within: {initial: P1D, repeat: P1Y}}",
                "{kind: ANY_OF, rules: []}",
                "{kind: ALL_OF, rules: [{kind: ATTRIBUTE}]}",
                "{kind: PROHIBITION, of: S, coverage: {every: PT24H}}",
                "{kind: ATTESTED, by: ann}",
                "{kind: CUSTOM, params: {}}"
            })
    void whatIsNoRuleIsRefusedByBoth(String rule) {
        refused(pack(rule.replaceAll("\\bS\\b", "{type: acme.made}")));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void whatIsNoPackIsRefusedByBoth(String from, String to) {
        String whole = WHOLE.replace("¤, ", "");
        assertThat(whole).contains(from);

        refused(whole.replace(from, to));
    }

    static Stream<Object[]> mutations() {
        return Stream.of((Object[][]) new String[][] {
            {"pack: acme", "pack: acme/extras"},
            {"version: '1.2'", "version: 1.2"},
            {"criteria: tsc-2017-rev-2022", "criteria: [tsc-2017-rev-2022]"},
            {"license: Apache-2.0", "licence: Apache-2.0"},
            {"amount: decimal", "amount: number"},
            {"amount: decimal", "'an amount': decimal"},
            {"acme.made:", "Acme.Made:"},
            {"title: One", "name: One"},
            {"criteria: [CC6.1, CC6.7]", "criteria: []"},
            {"criteria: [CC6.1, CC6.7]", "criteria: [cc6.1]"},
            {"nature: PREVENTIVE", "nature: GOOD"},
            {"execution: MANUAL", "execution: BY_HAND"},
            {"frequency: EVENT", "frequency: SOMETIMES"},
            {"key: true", "key: 'yes'"},
            {"from: 2025-04-01", "from: April"},
            {"compensates: [C2]", "compensates: ['C 2']"},
            {"requires: policy.approved", "requires: Policy"},
            {"CC6.7: [encryption]", "CC6.7: encryption"},
            {"procedure: INSPECTION", "procedure: LOOK"},
            {"rate: '2.5%'", "rate: '2.5'"},
            {"policy: TOLERANCE, rate: '2.5%'", "policy: TOLERANCE"},
            {"policy: TOLERANCE, rate: '2.5%'", "policy: STRICT, rate: '2.5%'"},
            {"impracticable: paper forms, ", ""},
            {"confidence: '90%', ", ""},
            {"method: STRATIFIED", "method: RANDOM"},
            {"priorDeviation: true", "priorDeviation: 1"},
            {"versions:", "tests: [], versions:"}
        });
    }

    @Test
    void theSchemaHasEveryFieldThatTheReaderKnows() {
        Map<String, Set<String>> known = new HashMap<>();
        for (String document : documents()) {
            for (Issue issue : faults(document)) {
                String path = issue.location().path();
                assertThat(issue.code()).as("%s", issue).isEqualTo("SOC2-D021");
                String[] names = issue.fix()
                        .substring("leave it out; known here are ".length())
                        .split(", ");
                known.computeIfAbsent(document + " " + path, p -> new HashSet<>())
                        .addAll(Arrays.asList(names));
            }
        }
        // Pack, 2 controls, operates, design, 2 tests, policy, sampling, its size, attribute, 2 versions; rules and
        // their parts.
        assertThat(known).hasSizeGreaterThan(60);
        Set<Set<String>> inSchema = new HashSet<>();
        objects(Schemas.schema("rule-pack-1"), inSchema);
        assertThat(known.values())
                .allSatisfy(names -> assertThat(inSchema).as("fields %s", names).contains(names));
    }

    /** Every shape of the reader, each with a field that nobody knows. */
    private static List<String> documents() {
        String s = "{¤, type: acme.made}";
        return Stream.concat(
                        Stream.of(WHOLE),
                        Stream.of(
                                        "{¤, kind: ATTRIBUTE, of: S, require: 'true'}",
                                        "{¤, kind: CADENCE, of: S, every: MONTH, perSubject: true, retired: S,"
                                                + " followUp: {¤, answer: S, match: [subject], limit: P1D}}",
                                        "{¤, kind: CADENCE, mode: ROLLING, of: S, every: P1D, perSubject: S}",
                                        "{¤, kind: SLA, trigger: S, targets: {¤, of: S, match: [subject]}, stages: [{¤, name: n,"
                                                + " start: occurredAt, stop: attributes.e, limit: P1D}], pause: {¤, from: S,"
                                                + " until: S}, reopen: {¤, of: S, window: P1D}, severity: {¤, of: S, field:"
                                                + " attributes.s}, unseen: {¤, scan: S}}",
                                        "{¤, kind: COMPLETENESS, left: S, right: S, match: [subject],"
                                                + " within: {¤, initial: P1D, repeat: P1D}}",
                                        "{¤, kind: POLICY_REVIEW, policy: P, maxReviewInterval: P1Y}",
                                        "{¤, kind: FRESHNESS, of: S, validity: P1Y}",
                                        "{¤, kind: STATE, of: S, compliant: 'true'}",
                                        "{¤, kind: ORDERING, item: S, steps: [{¤, name: a, of: S, match: [subject]},"
                                                + " {name: b, of: S, match: [subject]}]}",
                                        "{¤, kind: THRESHOLD, of: S, aggregate: COUNT, window: MONTH, op: '<', target: 1,"
                                                + " exclude: {¤, of: S}}",
                                        "{¤, kind: OCCURRENCE, trigger: S, record: S, match: [subject]}",
                                        "{¤, kind: PROHIBITION, of: S, coverage: {¤, of: S, every: P1D}}",
                                        "{¤, kind: ATTESTED}",
                                        "{¤, kind: ALL_OF, rules: [{¤, kind: ATTESTED}]}",
                                        "{¤, kind: CUSTOM, name: n, params: {}}")
                                .map(rule -> pack(rule.replaceAll("\\bS\\b", s))))
                .map(document -> document.replace("¤", UNKNOWN + ": 1"))
                .toList();
    }

    private static final String WHOLE = """
            {¤, pack: acme, version: '1.2', license: Apache-2.0, notice: Ours., criteria: tsc-2017-rev-2022,
            vocabulary: {acme.made: {amount: decimal, place: {¤, type: string, meaning: where}}},
            programmeRequirements: {P1: A requirement},
            controls: [
              {¤, id: C1, title: One, description: The first., criteria: [CC6.1, CC6.7], nature: PREVENTIVE,
               execution: MANUAL, frequency: EVENT, key: true, owner: it, programme: [P1],
               operates: {¤, from: 2025-04-01, to: 2025-12-31}, compensates: [C2], dependsOn: [C3], supersedes: [C4],
               design: [{¤, requires: policy.approved, subject: POL-02}], covers: {CC6.7: [encryption]},
               tests: [
                 {¤, id: T1, procedure: INSPECTION, rule: {kind: ATTESTED},
                  deviationPolicy: {¤, policy: TOLERANCE, rate: '2.5%'},
                  sampling: {¤, impracticable: paper forms, size: 40, method: STRATIFIED, seed: s, priorDeviation: true,
                  strata: {¤, field: subject, atLeast: 1}, expansion: [{¤, deviations: 1, size: 60}]}},
                 {id: T2, procedure: INQUIRY, rule: {kind: ATTESTED}, deviationPolicy: STRICT, sampling:
                  {impracticable: paper, size: {¤, confidence: '90%', tolerable: 0.1, expected: '0%'}}}]},
              {¤, id: C2, title: Two, criteria: [CC6.2], nature: DETECTIVE, execution: AUTOMATED, frequency: DAILY,
                versions: [
                {¤, to: 2025-06-30, description: Old., tests: [{id: T1, procedure: INSPECTION, rule: {kind: ATTESTED}}]},
                {from: 2025-07-01, tests: [{id: T1, procedure: INSPECTION, rule: {kind: ATTESTED}}]}]}
            ]}
            """;

    private static void refused(String pack) {
        assertThat(Schemas.faults("rule-pack-1", pack)).as("schema").isNotEmpty();
        assertThatThrownBy(() -> read(pack)).isInstanceOf(DocumentException.class);
    }

    private static List<Issue> faults(String document) {
        try {
            read(document);
            return List.of();
        } catch (DocumentException refused) {
            return refused.issues();
        }
    }

    /** The names of the fields of every object in a schema. */
    private static void objects(Node node, Set<Set<String>> found) {
        if (node instanceof MapNode map) {
            map.get("properties")
                    .filter(MapNode.class::isInstance)
                    .ifPresent(properties ->
                            found.add(((MapNode) properties).entries().keySet()));
            map.entries().values().forEach(entry -> objects(entry.value(), found));
        } else if (node instanceof ListNode list) {
            list.items().forEach(item -> objects(item, found));
        } else {
            assertThat(node instanceof TextNode || !node.kind().isEmpty()).isTrue();
        }
    }

    private static RulePack read(String document) {
        return PackDocuments.read("p.yaml", document.getBytes(StandardCharsets.UTF_8));
    }

    private static String pack(String rule) {
        return "pack: acme\nversion: '1'\ncontrols:\n  - {id: C1, title: t, criteria: [CC6.1], nature: PREVENTIVE,"
                + " execution: MANUAL, frequency: EVENT, tests: [\n     {id: T1, procedure: INSPECTION, rule: " + rule
                + "}]}\n";
    }

    private static String resource(String name) {
        return new String(Resources.read(PackDocuments.class, "/META-INF/soc2/" + name), StandardCharsets.UTF_8);
    }
}
