package dev.soc2.evidence.internal.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.formats.ImportedFile;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows that the published examples do not have. */
class OscalRowsTest {

    private static final String NS = "xmlns='http://csrc.nist.gov/ns/oscal/1.0'";

    @TempDir
    Path folder;

    private ImportedFile imported(String name, String text) {
        try {
            return ImportedFile.of("OSCAL", Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uuid(int number) {
        return String.format(Locale.ROOT, "8807eb6e-0c05-43bc-8438-79973961%04d", number);
    }

    private ImportedFile result(String rows) {
        return imported(
                "a.json",
                "{\"results\": [{\"uuid\": \"" + uuid(1) + "\", \"start\": \"2025-06-01T00:00:00Z\","
                        + " \"end\": \"2025-06-30T00:00:00Z\", " + rows.replace('\'', '"') + "}]}");
    }

    private static Object plain(Evidence record, String attribute) {
        return record.attributes().get(attribute).plain();
    }

    @Test
    void anObservationOfSeveralSubjectsIsARecordOfEach() {
        ImportedFile imported =
                result("'observations': [{'uuid': '" + uuid(2) + "', 'collected': '2025-06-02T00:00:00Z',"
                        + " 'subjects': [{'subject-uuid': '" + uuid(7).toUpperCase(java.util.Locale.ROOT)
                        + "', 'type': 'component'}, {'subject-uuid': '" + uuid(8) + "', 'type': 'party'},"
                        + " {'subject-uuid': '" + uuid(7) + "', 'type': 'component'}]}]");

        assertThat(imported.records().stream().map(Evidence::subject)).containsExactly(uuid(7), uuid(8));
        assertThat(imported.records().get(1).id()).isEqualTo(uuid(2) + "@2025-06-30T00:00:00Z#" + uuid(8));
        assertThat(imported.receipt().read()).isEqualTo(1);
    }

    @Test
    void nothingIsSeenBeforeItWasCollected() {
        Evidence record = result("'observations': [{'uuid': '" + uuid(2) + "', 'collected': '2025-07-02T00:00:00Z'}]")
                .records()
                .get(0);

        assertThat(record.occurredAt()).hasToString("2025-07-02T00:00:00Z");
        assertThat(record.observedAt()).hasToString("2025-07-02T00:00:00Z");
        assertThat(record.id()).isEqualTo(uuid(2) + "@2025-06-30T00:00:00Z");
    }

    @Test
    void anObservationWithoutASubjectIsAboutItself() {
        Evidence record = result("'observations': [{'uuid': '" + uuid(2) + "', 'collected': '2025-06-02T00:00:00Z'}]")
                .records()
                .get(0);

        assertThat(record.subject()).isEqualTo(uuid(2));
    }

    @Test
    void propertiesAndEvidenceAreKeptWhole() {
        Evidence record = result("'observations': [{'uuid': '" + uuid(2) + "', 'collected': '2025-06-02T00:00:00Z',"
                        + " 'props': [{'name': 'result', 'ns': 'https://a.example', 'value': 'pass', 'class': 'c'},"
                        + " {'name': 'result', 'ns': 'https://b.example', 'value': 'fail'}],"
                        + " 'relevant-evidence': [{'href': '#x', 'description': 'd', 'props': [{'name': 'n',"
                        + " 'value': 'v'}]}]}]")
                .records()
                .get(0);

        assertThat(plain(record, "props"))
                .isEqualTo(List.of(
                        Map.of("name", "result", "ns", "https://a.example", "value", "pass", "class", "c"),
                        Map.of("name", "result", "ns", "https://b.example", "value", "fail")));
        assertThat(plain(record, "relevantEvidence"))
                .isEqualTo(List.of(
                        Map.of("href", "#x", "description", "d", "props", List.of(Map.of("name", "n", "value", "v")))));
    }

    @Test
    void xmlHasTheSamePropertiesAndEvidence() {
        Evidence record = imported(
                        "a.xml",
                        "<assessment-results " + NS + "><metadata><oscal-version>1.1.2</oscal-version></metadata>"
                                + "<result uuid='" + uuid(1)
                                + "'><start>2025-06-01T00:00:00Z</start><observation uuid='"
                                + uuid(2)
                                + "'><description><p>a\n  <em>b</em> *</p><ol><li>x</li><li>y</li></ol></description>"
                                + "<prop name='result' ns='https://a.example' value='pass'><remarks><p>r</p></remarks></prop>"
                                + "<method>TEST</method><origin><actor type='tool' actor-uuid='" + uuid(3)
                                + "'/></origin><relevant-evidence href='#x'><description><p>d</p></description>"
                                + "</relevant-evidence><collected>2025-06-02T00:00:00Z</collected></observation></result>"
                                + "</assessment-results>")
                .records()
                .get(0);

        assertThat(plain(record, "description")).isEqualTo("a *b* \\*\n\n1. x\n2. y");
        assertThat(plain(record, "props"))
                .isEqualTo(
                        List.of(Map.of("name", "result", "ns", "https://a.example", "value", "pass", "remarks", "r")));
        assertThat(plain(record, "relevantEvidence")).isEqualTo(List.of(Map.of("href", "#x", "description", "d")));
        assertThat(plain(record, "origins"))
                .isEqualTo(List.of(Map.of("actors", List.of(Map.of("type", "tool", "actor-uuid", uuid(3))))));
        // No end: the result is known from its beginning, and the observation was seen when it was collected.
        assertThat(record.id()).isEqualTo(uuid(2) + "@2025-06-01T00:00:00Z");
        assertThat(record.observedAt()).hasToString("2025-06-02T00:00:00Z");
    }

    @Test
    void aRiskTellsItsLogAndWhenItWasClosed() {
        String log = "'risk-log': {'entries': [{'uuid': '" + uuid(3)
                + "', 'start': '2025-06-03T00:00:00Z', 'status-change': 'open'}, {'uuid': '" + uuid(4)
                + "', 'start': '2025-06-20T00:00:00Z', 'status-change': 'closed'}, {'uuid': '" + uuid(5)
                + "', 'start': '2025-08-01T00:00:00Z', 'title': 'planned'}]}";
        Evidence closed = result("'risks': [{'uuid': '" + uuid(2) + "', 'status': 'closed', " + log + "}]")
                .records()
                .get(0);
        Evidence open = result("'risks': [{'uuid': '" + uuid(2) + "', 'status': 'open', " + log + "}]")
                .records()
                .get(0);

        assertThat(closed.occurredAt()).hasToString("2025-06-20T00:00:00Z");
        assertThat(plain(closed, "closedAt")).isEqualTo("2025-06-20T00:00:00Z");
        assertThat(plain(closed, "riskLog")).asString().contains("planned");
        assertThat(open.attributes()).doesNotContainKey("closedAt");
    }

    @Test
    void aFindingWithoutAStateClaimsNone() {
        Evidence record = result("'findings': [{'uuid': '" + uuid(2)
                        + "', 'target': {'type': 'statement-id', 'target-id': 'ac-1_smt'}}]")
                .records()
                .get(0);

        assertThat(record.attributes()).doesNotContainKey("state");
        assertThat(plain(record, "targetType")).isEqualTo("statement-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'collected': '2025-06-02T00:00:00Z'}",
                "{'uuid': 'no-uuid', 'collected': '2025-06-02T00:00:00Z'}",
                "{'uuid': '00000000-0000-0000-0000-000000000000', 'collected': '2025-06-02T00:00:00Z'}",
                "{'uuid': '8807eb6e-0c05-43bc-8438-799739615e34'}",
                "{'uuid': '8807eb6e-0c05-43bc-8438-799739615e34', 'collected': '2025-06-02'}",
                "{'uuid': '8807eb6e-0c05-43bc-8438-799739615e34', 'collected': '2025-06-02T00:00:00'}",
                "{'uuid': '8807eb6e-0c05-43bc-8438-799739615e34', 'collected': '2025-06-02T00:00:00Z', 'expires': 'soon'}"
            })
    void anObservationWithoutWhatItNeedsIsRefusedAlone(String row) {
        ImportedFile imported = result(
                "'observations': [" + row + ", {'uuid': '" + uuid(2) + "', 'collected': '2025-06-02T00:00:00Z'}]");

        assertThat(imported.refusals()).containsExactly("SOC2-E029");
        assertThat(imported.records()).hasSize(1);
    }

    @Test
    void timesThatNothingSaysAreNotInvented() {
        ImportedFile imported = imported(
                "a.json",
                "{\"results\": [{\"findings\": [{\"uuid\": \"" + uuid(2)
                        + "\", \"target\": {\"target-id\": \"ac-1\"}}]}]}");

        assertThat(imported.refusals()).containsExactly("SOC2-E029");
    }

    @Test
    void resultsWithoutRowsAreSound() {
        assertThat(imported("a.json", "{\"assessment-results\": {\"results\": [{}]}}")
                        .refusals())
                .isEmpty();
        assertThat(imported("b.yaml", "assessment-results: {results: [{}]}").refusals())
                .isEmpty();
        assertThat(imported("c.xml", "<assessment-results " + NS + "><result/></assessment-results>")
                        .refusals())
                .isEmpty();
        assertThat(imported("d.json", "{\"assessment-results\": {}}").refusals())
                .containsExactly("SOC2-E029");
    }

    @Test
    void whatIsNoOscalOrOfAnotherVersionIsRefused() {
        assertThat(imported("a.json", "{\"Findings\": []}").refusals()).containsExactly("SOC2-E002");
        assertThat(imported("b.json", "[{\"a\": 1}]").refusals()).containsExactly("SOC2-E002");
        assertThat(imported("c.xml", "<assessment-results><result/></assessment-results>")
                        .refusals())
                .containsExactly("SOC2-E002");
        assertThat(imported("d.yaml", "- a").refusals()).containsExactly("SOC2-E002");
        String version = "{\"assessment-results\": {\"metadata\": {\"oscal-version\": \"2.0\"}, \"results\": []}}";
        assertThat(imported("e.json", version).refusals()).containsExactly("SOC2-E002");
        assertThat(imported("e.yaml", version).refusals()).containsExactly("SOC2-E002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "results: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]",
                "results: [!<tag:yaml.org,2002:python/object/apply:os.system> x]",
                "results: &a [*a]",
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\nresults: [*d,*d,*d,*d,*d,*d,*d,*d,*d]",
                "results: []\nresults: []",
                "results: [}",
                "results: []\n---\nresults: []",
                "results: [{<<: {uuid: x}}]",
                "results: \u0007"
            })
    void yamlThatIsMoreThanDataIsRefused(String yaml) {
        ImportedFile imported = imported("a.yaml", yaml);

        assertThat(imported.records()).isEmpty();
        assertThat(imported.receipt().rejectedCount()).isEqualTo(1);
        assertThat(imported.receipt().rejected().get(0).excerpt()).isEqualTo(dev.soc2.model.issue.Excerpt.NONE);
    }

    @Test
    void deepYamlIsRefused() {
        assertThat(imported("a.yaml", "results: " + "[".repeat(5_000)).receipt().rejectedCount())
                .isEqualTo(1);
    }

    @Test
    void anObservationOfAnotherNamespaceIsNone() {
        ImportedFile imported = imported(
                "a.xml",
                "<assessment-results " + NS + " xmlns:x='urn:x'><result uuid='" + uuid(1)
                        + "'><start>2025-06-01T00:00:00Z</start><x:observation uuid='" + uuid(2)
                        + "'><x:collected>2025-06-02T00:00:00Z</x:collected></x:observation><observation uuid='"
                        + uuid(3)
                        + "'><x:collected>2025-06-02T00:00:00Z</x:collected></observation></result></assessment-results>");

        assertThat(imported.records()).isEmpty();
        assertThat(imported.refusals()).containsExactly("SOC2-E029");
    }

    @Test
    void aDoctypeIsRefused() {
        assertThat(imported(
                                "a.xml",
                                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><assessment-results " + NS
                                        + "><result>&e;</result></assessment-results>")
                        .refusals())
                .containsExactly("SOC2-E036");
    }
}
