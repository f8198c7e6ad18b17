package dev.soc2.evidence.internal.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.model.evidence.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vulnerabilities that bills of materials list. */
class BomVulnerabilitiesTest {

    private static final Instant EXPORTED = Instant.parse("2025-02-01T00:00:00Z");
    private static final ImportOptions BOM = ImportOptions.NONE.source("bom");

    @TempDir
    Path folder;

    private Imported read(String text) {
        return Imported.text("CYCLONEDX", BOM, folder, text.replace('\'', '"'));
    }

    // rows:     jq '[.vulnerabilities[]?]|length' FILE
    // assessed: jq '[.vulnerabilities[]?|select(.analysis.state)|.affects[]]|length' FILE
    // found:    jq '. as $b|[.vulnerabilities[]?|select((.analysis|not) or (($b.components|length)>0 and
    //             (.analysis.state|IN("not_affected","false_positive","resolved")|not)))|.affects[]]|length' FILE
    @ParameterizedTest
    @CsvSource({
        "cyclonedx-bom-examples/VEX/vex.json, 1, 1, 0",
        "cyclonedx-bom-examples/VEX/bom.json, 0, 0, 0",
        "cyclonedx-bom-examples/VEX/Use-Cases/Case-1/vex.json, 1, 1, 0",
        "cyclonedx-bom-examples/VEX/Use-Cases/Case-2/vex.json, 1, 1, 0",
        "cyclonedx-bom-examples/VEX/Use-Cases/Case-3/vex.json, 1, 1, 0",
        "cyclonedx-bom-examples/VEX/Use-Cases/Case-4/vex.json, 1, 1, 0",
        "cyclonedx-bom-examples/VEX/Use-Cases/Case-10/vex.json, 1, 1, 0",
        "cyclonedx-bom-examples/VEX/Use-Cases/Case-11/vex.json, 19, 19, 0",
        "cyclonedx-bom-examples/VEX/Use-Cases/Case-12/vex.json, 3, 3, 0",
        "cyclonedx-bom-examples/VEX/Use-Cases/Case-13/vex.json, 2, 3, 0",
        "cyclonedx-bom-examples/SBOM/dropwizard-1.3.15/bom.json, 0, 0, 0",
        "cyclonedx-bom-examples/SaaSBOM/apigateway-microservices-datastores/bom.json, 0, 0, 0",
        "defectdojo-scans/cyclonedx/log4j.json, 8, 8, 8",
        "defectdojo-scans/cyclonedx/valid-vulnerability-1.4.json, 1, 1, 0",
        "defectdojo-scans/cyclonedx/valid-vulnerability-1.4.xml, 1, 1, 0"
    })
    void everyVulnerabilityOfEveryFileIsRead(String file, long rows, long assessed, long found) {
        Imported read = Imported.data("CYCLONEDX", BOM.extractedAt(EXPORTED), file);

        assertThat(read.rows()).containsExactly(rows, rows, 0L, 0L);
        assertThat(read.counts().getOrDefault("vuln.assessed", 0L)).isEqualTo(assessed);
        assertThat(read.counts().getOrDefault("vuln.found", 0L)).isEqualTo(found);
    }

    // jq -c '[.vulnerabilities[].analysis.state]|group_by(.)|map([.[0],length])' Case-12/vex.json
    @Test
    void statesAreThoseOfTheFile() {
        assertThat(Imported.data("CYCLONEDX", BOM, "cyclonedx-bom-examples/VEX/Use-Cases/Case-12/vex.json")
                        .counts("state"))
                .isEqualTo(Map.of("NOT_AFFECTED", 2L, "EXPLOITABLE", 1L));
    }

    @Test
    void anAssessmentKeepsItsReasons() {
        Evidence assessed = Imported.data("CYCLONEDX", BOM, "cyclonedx-bom-examples/VEX/Use-Cases/Case-10/vex.json")
                .only();

        assertThat(assessed.subject()).isEqualTo("acme-product");
        assertThat(assessed.occurredAt()).isEqualTo("2022-01-13T00:00:00Z");
        assertThat(Imported.plain(assessed))
                .containsEntry("vulnerability", "CVE-2020-25649")
                .containsEntry("state", "NOT_AFFECTED")
                .containsEntry("justification", "CODE_NOT_REACHABLE")
                .containsEntry("responses", List.of("WILL_NOT_FIX", "UPDATE"))
                // of the ratings HIGH and NONE
                .containsEntry("severity", "HIGH");
    }

    @Test
    void aFindingOfAComponentKeepsWhatTheComponentIs() {
        Evidence found = Imported.data("CYCLONEDX", BOM, "defectdojo-scans/cyclonedx/log4j.json")
                .records()
                .get(0);

        assertThat(found.type()).isEqualTo("vuln.found");
        // "2022-07-22T09:45:32+01:00"
        assertThat(found.occurredAt()).isEqualTo("2022-07-22T08:45:32Z");
        assertThat(Imported.plain(found))
                .containsEntry("vulnerability", "CVE-2021-44228")
                .containsEntry("severity", "CRITICAL")
                .containsEntry("component", "log4j-core")
                .containsEntry("installedVersion", "2.13.2")
                .containsEntry("purl", "pkg:maven/org.apache.logging.log4j/log4j-core@2.13.2");
    }

    // Both files describe one document; only one of them has the second name of the vulnerability twice.
    @Test
    void theTwoFormsOfADocumentGiveTheSameRecords() {
        ImportOptions options = BOM.extractedAt(EXPORTED);

        assertThat(Imported.data("CYCLONEDX", options, "defectdojo-scans/cyclonedx/valid-vulnerability-1.4.xml")
                        .only())
                .isEqualTo(
                        Imported.data("CYCLONEDX", options, "defectdojo-scans/cyclonedx/valid-vulnerability-1.4.json")
                                .only());
    }

    @Test
    void anotherXmlDocumentIsRefused() {
        for (String text : List.of("<a/>", "<bom/>", "<!DOCTYPE bom [<!ENTITY x 'y'>]><bom/>", "<bom")) {
            assertThat(read(text).rows()).as(text).containsExactly(1L, 0L, 1L, 0L);
        }
        assertThat(read("<bom xmlns='http://cyclonedx.org/schema/bom/1.2'><components/></bom>")
                        .rows())
                .containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void withoutAnAnalysisItWasFoundAndARuledOutOneWasNot() {
        String bom =
                "{'bomFormat': 'CycloneDX', 'specVersion': '1.5', 'metadata': {'timestamp': '2025-01-01T00:00:00Z',"
                        + " 'component': {'name': 'app'}}, 'components': [{'bom-ref': 'c', 'name': 'lib', 'components':"
                        + " [{'bom-ref': 'd', 'name': 'in', 'version': '1', 'purl': 'pkg:x/in@1'}]}], 'vulnerabilities': [%s]}";

        Imported open =
                read(String.format(Locale.ROOT, bom, "{'id': 'CVE-1', 'affects': [{'ref': 'd'}]}, {'id': 'CVE-2'}"));
        assertThat(open.counts()).isEqualTo(Map.of("vuln.found", 2L));
        assertThat(open.records()).extracting(Evidence::subject).containsExactly("d", "app");
        assertThat(open.records().get(0).text("purl")).contains("pkg:x/in@1");
        for (String state : List.of("resolved", "resolved_with_pedigree", "false_positive", "not_affected")) {
            assertThat(read(String.format(
                                    Locale.ROOT,
                                    bom,
                                    "{'id': 'CVE-1', 'analysis': {'state': '" + state
                                            + "'}, 'affects': [{'ref': 'd'}]}"))
                            .counts())
                    .isEqualTo(Map.of("vuln.assessed", 1L));
        }
        assertThat(read(String.format(
                                Locale.ROOT,
                                bom,
                                "{'id': 'CVE-1', 'analysis': {'state': 'exploitable', 'lastUpdated':"
                                        + " '2024-12-01T00:00:00Z'}, 'affects': [{'ref': 'd'}]}"))
                        .records())
                .extracting(record -> record.type() + " " + record.occurredAt())
                .containsExactly("vuln.found 2025-01-01T00:00:00Z", "vuln.assessed 2024-12-01T00:00:00Z");
    }

    @Test
    void aDocumentWithoutATimeNeedsADeclaredOne() {
        Imported read = Imported.data("CYCLONEDX", BOM, "cyclonedx-bom-examples/VEX/vex.json");

        assertThat(read.rows()).containsExactly(1L, 0L, 1L, 0L);
        assertThat(read.receipt().rejected().get(0).fix()).contains("extractedAt");
    }

    @Test
    void aDocumentThatListsNoVulnerabilitiesProvesNothing() {
        Imported read = Imported.data(
                "CYCLONEDX",
                BOM.window(Instant.parse("2025-01-01T00:00:00Z"), EXPORTED).extractedAt(EXPORTED),
                "cyclonedx-bom-examples/SBOM/dropwizard-1.3.15/bom.json");

        assertThat(read.rows()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(read.populations()).isEmpty();
    }

    @Test
    void anotherDocumentIsRefused() {
        for (String text : List.of("{}", "[]", "{'vulnerabilities': [{'id': 'CVE-1'}]}", "{'bomFormat': 'SPDX'}")) {
            assertThat(read(text).receipt().rejectedCount()).as(text).isPositive();
        }
    }
}
