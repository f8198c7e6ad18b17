package dev.soc2.evidence.internal.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.CsvMapping;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same scans as Prowler writes them in two formats. */
class ProwlerTest {

    private static final ImportOptions PROWLER = ImportOptions.NONE.source("prowler");

    // for f in *.ocsf.json; do jq -c '[length, ([.[].resources|length]|add)], (group_by(.status_code)
    //   | map({(.[0].status_code): length}) | add)' $f; done
    // aws [5,5] {"FAIL":2,"MANUAL":3}, azure [5,5] {"FAIL":5}
    @Test
    void everyCheckOfEveryResourceIsAnAssetState() {
        Imported aws = Imported.data("OCSF", PROWLER, "prowler/example_output_aws.ocsf.json");
        Imported azure = Imported.data("OCSF", PROWLER, "prowler/example_output_azure.ocsf.json");

        assertThat(aws.rows()).containsExactly(5L, 5L, 0L, 0L);
        assertThat(aws.counts()).isEqualTo(Map.of("asset.state", 5L));
        assertThat(aws.counts("status")).isEqualTo(Map.of("FAIL", 2L, "MANUAL", 3L));
        assertThat(azure.rows()).containsExactly(5L, 5L, 0L, 0L);
        assertThat(azure.counts("status")).isEqualTo(Map.of("FAIL", 5L));
    }

    @Test
    void aFindingKeepsWhatItSaysAndNoMore() {
        Evidence first = Imported.data("OCSF", PROWLER, "prowler/example_output_aws.ocsf.json")
                .records()
                .get(0);

        assertThat(first.type()).isEqualTo("asset.state");
        assertThat(first.subject()).isEqualTo("<resource_uid>");
        // date -u -d @1739539623; Prowler writes seconds where OCSF has milliseconds.
        assertThat(first.observedAt()).isEqualTo("2025-02-14T13:27:03Z");
        assertThat(first.occurredAt()).isEqualTo("2025-02-14T13:27:03Z");
        assertThat(Imported.plain(first))
                .containsEntry("check", "accessanalyzer_enabled")
                .containsEntry("status", "FAIL")
                .containsEntry("compliant", false)
                .containsEntry("severity", "LOW")
                .containsEntry("kind", "Other")
                .containsEntry("findingStatus", "NEW")
                .containsEntry("firstSeenAt", "2025-02-14T13:27:03Z");
        assertThat(Imported.plain(first).get("requirements"))
                .asInstanceOf(InstanceOfAssertFactories.list(Object.class))
                .contains("CIS-1.4: 1.20", "KISA-ISMS-P-2023: 2.5.6, 2.6.4, 2.8.1, 2.8.2");
    }

    @Test
    void aManualCheckHasNoVerdict() {
        assertThat(Imported.data("OCSF", PROWLER, "prowler/example_output_aws.ocsf.json")
                        .records())
                .filteredOn(record -> record.text("status").orElse("").equals("MANUAL"))
                .hasSize(3)
                .allSatisfy(record -> assertThat(record.attribute("compliant")).isEmpty());
    }

    private static List<Evidence> csv(Path folder, String file) throws IOException {
        try (InputStream in = Importers.class.getResourceAsStream("/META-INF/soc2/mappings/prowler-csv.yaml")) {
            // Prowler ran in Central European Time: 14:27 in the CSV is 13:27 UTC in the OCSF output.
            String mapping =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("zone: UTC", "zone: Europe/Madrid");
            InMemoryEvidence evidence = new InMemoryEvidence();
            Path table =
                    Files.writeString(folder.resolve("prowler.csv"), sameBlanks(Files.readString(Imported.path(file))));
            var receipt = Importers.csv(CsvMapping.read("prowler-csv.yaml", mapping.getBytes(StandardCharsets.UTF_8)))
                    .importInto(evidence, table);
            assertThat(receipt.rejected()).isEmpty();
            assertThat(receipt.stored()).isEqualTo(4);
            return evidence.records().stream()
                    .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                    .toList();
        }
    }

    /** The two outputs were redacted differently by those who published them: one resource, three placeholders. */
    private static String sameBlanks(String text) {
        return text.replace("arn:aws:iam::<account_uid>:root", "<resource_uid>")
                .replace("<resource_uid>:root", "<resource_uid>");
    }

    /** What both formats say of a finding; times to the second, which is all that the OCSF output has. */
    private static List<Object> facts(Evidence record) {
        return List.of(
                record.type(),
                record.subject(),
                record.source(),
                record.observedAt().getEpochSecond(),
                record.text("check").orElse(""),
                record.text("status").orElse(""),
                record.text("severity").orElse(""),
                record.text("title").orElse(""),
                record.text("kind").orElse(""),
                record.attribute("requirements").map(Object::toString).orElse(""));
    }

    // python3 -c 'import csv,json; t={r["CHECK_ID"] for r in csv.DictReader(open("example_output_aws.csv"),
    //   delimiter=";")}; print(len([f for f in json.load(open("example_output_aws.ocsf.json"))
    //   if f["metadata"]["event_code"] in t]))'  -> 4; of Azure the two files hold other checks: 0
    @Test
    void csvAndOcsfGiveTheSameFactsForTheSameFindings(@TempDir Path folder) throws IOException {
        List<Evidence> table = csv(folder, "prowler/example_output_aws.csv");
        List<Evidence> events = Imported.text(
                        "OCSF",
                        PROWLER,
                        folder,
                        sameBlanks(Files.readString(Imported.path("prowler/example_output_aws.ocsf.json"))))
                .records();
        List<String> checks =
                table.stream().map(each -> each.text("check").orElseThrow()).toList();

        assertThat(events)
                .filteredOn(event -> checks.contains(event.text("check").orElseThrow()))
                .hasSize(4)
                .extracting(ProwlerTest::facts)
                .containsExactlyElementsOf(
                        table.stream().map(ProwlerTest::facts).toList());
    }

    // csvformat -d ';' example_output_azure.csv | csvcut -c STATUS | sort | uniq -c: 3 PASS, 1 FAIL
    @Test
    void theMappingReadsEveryRowOfTheOtherTable(@TempDir Path folder) throws IOException {
        assertThat(csv(folder, "prowler/example_output_azure.csv"))
                .extracting(record -> record.text("status").orElseThrow())
                .containsExactly("PASS", "PASS", "FAIL", "PASS");
    }
}
