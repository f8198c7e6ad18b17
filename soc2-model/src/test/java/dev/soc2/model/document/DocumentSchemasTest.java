package dev.soc2.model.document;

import static dev.soc2.model.document.EngagementTexts.FULL;
import static dev.soc2.model.document.EngagementTexts.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schema and reader of each document say the same, asked of a validator that somebody else wrote. */
class DocumentSchemasTest {

    private static final String RECORD = """
            id: okta-1
            type: iam.account.disabled
            subject: u1042
            occurredAt: 2025-03-01T09:30:00Z
            observedAt: 2025-03-02T00:00:00+01:00
            recordedAt: 2025-03-02T00:00:00.5Z
            source: okta
            actor: it.bot
            attributes: {system: prod, nested: {a: [1, 2.5, true]}}
            attachments: [{name: event.json, mediaType: application/json, size: 812, sha256: DIGEST}]
            supersedes: okta-0
            """.replace("DIGEST", "0f".repeat(32));

    private static final String CATALOG = """
            catalog: own
            title: Own
            notice: n
            criteria: [{id: X1.1, series: s, categories: [SECURITY], coso: 1, title: t, summary: u, pointsOfFocus: [{tag: TSC, title: t}]}]
            """;

    private static final String UNKNOWN = "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";

    private static List<Issue> recordFaults(String yaml) {
        Faults faults = new Faults();
        EvidenceDocument.evidence((MapNode) Schemas.yaml(yaml), faults);
        return faults.issues();
    }

    private static List<Issue> catalogFaults(String yaml) {
        try {
            CriteriaDocument.read("c.yaml", yaml.getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (DocumentException e) {
            return e.issues();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "categories: PRIVACY",
                "deviationPolicy: {policy: TOLERANCE, rate: '2.5%'}",
                "deviationPolicy: {policy: TOLERANCE, rate: 0.025}",
                "deviationPolicy: {policy: STRICT}",
                "calendars: {c: {zone: '+01:00', hours: 00:00-23:59, days: [MON-WED, SATURDAY]}}",
                "overrides: {A: {tests: {T: {p: {a: [1, true]}}}}}",
                "identities: {ann.admin: ann}",
                "description: {DC9: {a: b}}",
                "evidence: []",
                "evidence: [{format: CSV, path: a.csv, mapping: {skipLines: 3}}]",
                "onlyCriteria: CC8.1",
                "pervasive: {entityLevelWith: 0, share: '30%', wholeCategory: false}",
                "pervasive: {share: 0.3}",
                "assertion: {signedBy: the management, date: 2025-02-01, modified: except for CC6.2}",
                "commitments: [{id: UPTIME, text: t, measuredBy: AVL-01/T1}]",
                "subserviceOrganizations: [{name: C, services: s, method: CARVE_OUT, csocs: [{text: t, criteria: CC6.4}], monitoredBy: [VEN-01], assertion: {signedBy: C}, report: {type: TYPE_II, from: 2025-01-01, to: 2025-01-31, opinion: QUALIFIED, evaluation: e, deviations: [{text: t, criteria: CC6.4, evaluation: e}]}, bridgeLetter: {from: 2025-02-01, to: 2025-02-28, signer: s, changes: none}}]",
                "subserviceOrganizations: [{name: C, services: s, method: INCLUSIVE, csocs: c, report: {type: TYPE_I, asOfDate: 2025-01-31}}]"
            })
    void whatTheReaderTakesTheSchemaTakes(String line) {
        String text = SMALL + line + "\n";

        assertThat(EngagementTexts.issues(text)).isEmpty();
        assertThat(Schemas.faults("engagement-1", text)).isEmpty();
    }

    @Test
    void everyFieldOfAnEngagementIsTakenByBoth() {
        assertThat(EngagementTexts.issues(FULL)).isEmpty();
        assertThat(Schemas.faults("engagement-1", FULL)).isEmpty();
    }

    @Test
    void aTypeOneIsTakenByBoth() {
        String text = SMALL.replace("TYPE_II", "TYPE_I")
                .replace("period: {from: 2025-01-01, to: 2025-06-30, zone: UTC}", "asOfDate: 2025-06-10\nzone: UTC");

        assertThat(EngagementTexts.issues(text)).isEmpty();
        assertThat(Schemas.faults("engagement-1", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "engagement: acme-2025 | engagement: acme 2025",
                "organization: Acme Payroll, Inc. | organization: ' '",
                "organization: | organisation:",
                "type: TYPE_II | type: TYPE_III",
                "type: TYPE_II | type: TYPE_I",
                "from: 2025-01-01, to: 2025-12-31, zone | from: 2025-13-01, to: 2025-12-31, zone",
                "from: 2025-01-01, to: 2025-12-31, zone: America/New_York | from: 2025-01-01, to: 2025-12-31",
                "asOf: 2026-01-31T00:00:00Z | asOf: 2026-01-31",
                "asOf: 2026-01-31T00:00:00Z | asOf: 2026-01-31T00:00:00",
                "asOf: 2026-01-31T00:00:00Z | asOf: 2260-01-31T00:00:00Z",
                "asOf: | asof:",
                "knownAt: 2026-02-15T00:00:00Z | knownAt:",
                "[SECURITY, AVAILABILITY] | [SECURITY, SAFETY]",
                "onlyCriteria: [CC8.1] | onlyCriteria: []",
                "onlyCriteria: [CC8.1] | onlyCriteria: [CC10.1]",
                "assurance: STANDARD | assurance: HIGH",
                "deviationPolicy: CENSUS | deviationPolicy: TOLERANCE",
                "deviationPolicy: CENSUS | deviationPolicy: {policy: TOLERANCE}",
                "deviationPolicy: CENSUS | deviationPolicy: {policy: TOLERANCE, rate: 1}",
                "deviationPolicy: CENSUS | deviationPolicy: {policy: TOLERANCE, rate: '100%'}",
                "deviationPolicy: CENSUS | deviationPolicy: {policy: STRICT, rate: 0.1}",
                "hours: 09:00-17:00 | hours: 9-17",
                "hours: 09:00-17:00, | ",
                "days: MON-FRI | days: MO-FR",
                "days: MON-FRI | days: []",
                "holidays: [2025-01-01, | holidays: [01.01.2025,",
                "packs: [soc2-starter, packs/acme.yaml] | packs: []",
                "packs: [soc2-starter, packs/acme.yaml] | packs: [soc2-starter, soc2-starter]",
                "packs: [soc2-starter, packs/acme.yaml] | packs: ['soc2 starter']",
                "packs: [soc2-starter, packs/acme.yaml] | packs: [/acme.yaml]",
                "tests: {T1: {limit: PT24H}} | test: {T1: {limit: PT24H}}",
                "tests: {T1: {limit: PT24H}} | tests: {T1: {limit: }}",
                "tests: {T1: {limit: PT24H}} | tests: {T1: {}}",
                "control: PHY-01, reason: | control: PHY-01, because:",
                "reason: \"processor only\" | reason: ''",
                "{id: UPTIME, | {",
                "criteria: [A1.1] | criterion: A1.1",
                "method: CARVE_OUT | method: IGNORE",
                "report: {type: TYPE_II, from: 2024-10-01, to: 2025-09-30}, | ",
                "report: {type: TYPE_II, | report: {type: TYPE_I,",
                "report: {type: TYPE_II, from: 2024-10-01, | report: {type: TYPE_II,",
                "bridgeLetter: {from: 2025-10-01, to: 2025-12-31} | bridgeLetter: {from: 2025-10-01}",
                "text: \"customers review their own users\" | text: ''",
                "identities: identities.csv | identities: /etc/passwd",
                "identities: identities.csv | identities: C:/identities.csv",
                "identities: identities.csv | identities: a\\b.csv",
                "identities: identities.csv | identities: [ann]",
                "{DC1: | {DC0:",
                "DC1: \"...\" | DC1: ''",
                "DC1: \"...\" | DC1: {}",
                "{format: JSONL, path: evidence} | {format: JSONL}",
                "{format: JSONL, path: evidence} | {format: J SON, path: evidence}",
                "source: git | source: ",
                "system: Acme Payroll Platform | system: 5"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String from, String to) {
        assertThat(FULL).contains(from);
        String text = FULL.replace(from, to == null ? "" : to);

        assertThat(EngagementTexts.issues(text)).as("reader").isNotEmpty();
        assertThat(Schemas.faults("engagement-1", text)).as("schema").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: okta-1 | id: ''",
                "id: okta-1 | ",
                "type: iam.account.disabled | type: Iam.Account",
                "type: iam.account.disabled | type: iam..account",
                "subject: u1042 | subject: 1042",
                "occurredAt: 2025-03-01T09:30:00Z | occurredAt: 2025-03-01",
                "occurredAt: 2025-03-01T09:30:00Z | occurredAt: 2025-03-01T09:30:00",
                "occurredAt: 2025-03-01T09:30:00Z | occurredAt: 1699-03-01T09:30:00Z",
                "source: okta | sauce: okta",
                "actor: it.bot | actor:",
                "attributes: {system: prod, | attributes: {system: ,",
                "attributes: {system: prod, nested: {a: [1, 2.5, true]}} | attributes: []",
                "size: 812 | size: -1",
                "size: 812 | size: 1.5",
                "sha256: 0f0f | sha256: 0F0F",
                "mediaType: application/json, | ",
                "name: event.json | name: ' '",
                "name: event.json | name: \"a\\u0007b\"",
                "supersedes: okta-0 | supersedes: []"
            })
    void aRecordThatTheReaderRefusesTheSchemaRefuses(String from, String to) {
        assertThat(RECORD).contains(from);
        String text = RECORD.replace(from, to == null ? "" : to);

        assertThat(recordFaults(text)).as("reader").isNotEmpty();
        assertThat(Schemas.faults("evidence-1", text)).as("schema").isNotEmpty();
    }

    @Test
    void aRecordIsTakenByBoth() {
        assertThat(recordFaults(RECORD)).isEmpty();
        assertThat(Schemas.faults("evidence-1", RECORD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "catalog: own | catalog: ' '",
                "title: Own | subtitle: Own",
                "id: X1.1 | id: X1",
                "categories: [SECURITY] | categories: []",
                "categories: [SECURITY] | categories: [SAFETY]",
                "coso: 1 | coso: 0",
                "coso: 1 | coso: 18",
                "tag: TSC | tag: NIST",
                "tag: TSC, title: t | tag: TSC",
                "title: t, summary: u | title: ' ', summary: u",
                "title: t, summary: u | title: t"
            })
    void aCatalogueThatTheReaderRefusesTheSchemaRefuses(String from, String to) {
        assertThat(CATALOG).contains(from);
        String text = CATALOG.replace(from, to);

        assertThat(catalogFaults(text)).as("reader").isNotEmpty();
        assertThat(Schemas.faults("criteria-1", text)).as("schema").isNotEmpty();
    }

    @Test
    void theBuiltInCatalogueIsTakenByBoth() throws IOException {
        try (InputStream in =
                CriteriaDocument.class.getResourceAsStream("/META-INF/soc2/criteria/tsc-2017-rev-2022.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(catalogFaults(text)).isEmpty();
            assertThat(Schemas.faults("criteria-1", text)).isEmpty();
        }
        assertThat(catalogFaults(CATALOG)).isEmpty();
        assertThat(Schemas.faults("criteria-1", CATALOG)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period: { | $defs/engagement/properties/period",
                "us: { | $defs/engagement/properties/calendars/additionalProperties",
                "IAM-03: { | $defs/engagement/properties/overrides/additionalProperties",
                "exclude: [{ | $defs/engagement/properties/exclude/items",
                "notRelevant: [{ | $defs/engagement/properties/notRelevant/items",
                "commitments: [{ | $defs/commitment",
                "userEntityControls: [{ | $defs/promise",
                "- {name: CloudCo, | $defs/engagement/properties/subserviceOrganizations/items",
                "report: { | $defs/report",
                "bridgeLetter: { | $defs/engagement/properties/subserviceOrganizations/items/properties/bridgeLetter"
            })
    void theReaderKnowsTheFieldsOfTheSchema(String before, String steps) {
        assertThat(FULL).contains(before);
        String text = FULL.replace(before, before + " " + UNKNOWN + ": x, ");

        assertThat(known(EngagementTexts.issues(text))).isEqualTo(Schemas.properties("engagement-1", steps));
        assertThat(Schemas.faults("engagement-1", text)).isNotEmpty();
    }

    @Test
    void theReaderKnowsTheTopLevelFieldsOfTheSchema() {
        Set<String> inSchema = new TreeSet<>(Schemas.properties("engagement-1", "$defs/engagement"));

        Faults faults = new Faults();
        EngagementDocument.engagement(
                (MapNode) Schemas.yaml("type: TYPE_II\nperiod: {from: 2025-01-01, to: 2025-01-02, zone: UTC}\n"
                        + "asOf: 2025-02-01T00:00:00Z\n" + UNKNOWN + ": x\n"),
                faults,
                new EngagementDocument.Defaults("a", "b"));
        assertThat(known(faults.issues())).isEqualTo(inSchema);

        inSchema.addAll(List.of("packs", "evidence", "identities", "criteria"));
        assertThat(known(EngagementTexts.issues(FULL + UNKNOWN + ": x\n"))).isEqualTo(inSchema);
    }

    @Test
    void theReadersOfRecordsAndCataloguesKnowTheFieldsOfTheirSchemas() {
        assertThat(known(recordFaults(RECORD + UNKNOWN + ": x\n"))).isEqualTo(Schemas.properties("evidence-1", ""));
        assertThat(known(recordFaults(RECORD.replace("[{name", "[{" + UNKNOWN + ": x, name"))))
                .isEqualTo(Schemas.properties("evidence-1", "properties/attachments/items"));
        assertThat(known(catalogFaults(CATALOG + UNKNOWN + ": x\n"))).isEqualTo(Schemas.properties("criteria-1", ""));
        assertThat(known(catalogFaults(CATALOG.replace("[{id", "[{" + UNKNOWN + ": x, id"))))
                .isEqualTo(Schemas.properties("criteria-1", "$defs/criterion"));
        assertThat(known(catalogFaults(CATALOG.replace("[{tag", "[{" + UNKNOWN + ": x, tag"))))
                .isEqualTo(Schemas.properties("criteria-1", "$defs/pointOfFocus"));
    }

    /** The one fault is the unknown field, and its fix lists all fields that the reader knows there. */
    private static Set<String> known(List<Issue> issues) {
        assertThat(issues).extracting(Issue::code).containsExactly("SOC2-D021");
        return Set.of(issues.get(0)
                .fix()
                .substring("leave it out; known here are ".length())
                .split(", "));
    }
}
