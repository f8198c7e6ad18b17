package dev.soc2.evidence.internal.hdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.formats.ImportedFile;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HdfTest {

    private static final String FOLDER = "mitre-heimdall-hdf/";

    @TempDir
    Path folder;

    private ImportedFile imported(String name, String text, ImportOptions options) {
        try {
            Path file =
                    Files.write(folder.resolve(name), text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            return ImportedFile.of("HDF", file, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportedFile control(String fields) {
        return imported(
                "a.json",
                "{'platform': {'target_id': 'h'}, 'profiles': [{'name': 'p', 'controls': [{'id': 'c', " + fields
                        + "}]}]}",
                ImportOptions.NONE);
    }

    private static Object plain(Evidence record, String attribute) {
        return Optional.ofNullable(record.attributes().get(attribute))
                .map(value -> value.plain())
                .orElse("");
    }

    /**
     * Rows by {@code jq '[.profiles[].controls[]] | length'}; statuses by a few lines of Python over the words of the
     * results: impact 0, else any error, any failed, any skipped, else passed; controls of overlays have no results.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws_report_better.json|36|0|FAIL=22 NOT_REVIEWED=6 PASS=8",
                "aws_report_worse.json|36|0|FAIL=24 NOT_REVIEWED=6 PASS=6",
                "small_overrides_hdf.json|11|0|FAIL=4 NOT_APPLICABLE=1 NOT_REVIEWED=4 PASS=2",
                "asff_mapper/asff-hdf.json|18|0|FAIL=17 PASS=1",
                "attestations/rhel8_sample_oneOfEachControlStatus.json|4|0|FAIL=1 NOT_APPLICABLE=1 NOT_REVIEWED=1 PASS=1",
                "attestations/triple_overlay_profile_sample.json|15|10|FAIL=1 NOT_APPLICABLE=1 NOT_REVIEWED=2 PASS=1",
                "xccdf_results_mapper/xccdf-openscap-rhel8-hdf.json|248|0|ERROR=21 FAIL=166 PASS=61"
            })
    void everyControlOfThePublishedFilesIsTaken(String file, long rows, long left, String statuses) {
        ImportOptions options = ImportOptions.NONE.source("inspec").extractedAt(Instant.parse("2025-01-01T00:00:00Z"));
        if (file.startsWith("small")) {
            options = options.with("subject", "rhel9-host");
        }
        ImportedFile imported = ImportedFile.of("HDF", ImportedFile.data(FOLDER + file), options);

        assertThat(imported.refusals()).isEmpty();
        assertThat(imported.receipt().read()).isEqualTo(rows);
        assertThat(imported.receipt().outOfScope()).isEqualTo(left);
        assertThat(imported.records().stream()
                        .collect(Collectors.groupingBy(record -> plain(record, "status"), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(statuses);
    }

    @Test
    void aControlSaysWhatTheFileSays() {
        Evidence record = ImportedFile.of(
                        "HDF", ImportedFile.data(FOLDER + "attestations/rhel8_sample_oneOfEachControlStatus.json"))
                .records()
                .get(1);

        assertThat(record.type()).isEqualTo("asset.state");
        assertThat(record.subject()).isEqualTo("da39a3ee-5e6b-5b0d-b255-bfef95601890");
        assertThat(record.id())
                .isEqualTo("da39a3ee-5e6b-5b0d-b255-bfef95601890:redhat-enterprise-linux-8-stig-baseline:"
                        + "SV-230222@2024-03-18T17:10:44Z");
        assertThat(plain(record, "check")).isEqualTo("SV-230222");
        assertThat(plain(record, "status")).isEqualTo("FAIL");
        assertThat(plain(record, "compliant")).isEqualTo(false);
        assertThat(plain(record, "severity")).isEqualTo("MEDIUM");
        assertThat(plain(record, "requirements")).isEqualTo(List.of("CM-6 b"));
        assertThat(plain(record, "idents")).isEqualTo(List.of("CCI-000366"));
        assertThat(plain(record, "profileVersion")).isEqualTo("1.13.0");
        assertThat((List<?>) plain(record, "results")).hasSize(2);
    }

    /** The findings of Security Hub and the HDF that Heimdall's converter made of them. */
    @Test
    void findingsOfSecurityHubAreAboutTheSameResourcesWhenTheyComeAsHdf() throws IOException {
        JsonObject findings = JsonObject.of((MapNode) Documents.readJson(
                "asff",
                Files.readAllBytes(ImportedFile.data(FOLDER + "asff_mapper/asff_sample.json")),
                DocumentLimits.forDocuments()));

        assertThat(ImportedFile.of("HDF", ImportedFile.data(FOLDER + "asff_mapper/asff-hdf.json")).records().stream()
                        .map(record -> record.subject() + " " + record.occurredAt() + " " + plain(record, "status")))
                .containsExactlyInAnyOrderElementsOf(findings.objects("Findings").stream()
                        .map(finding ->
                                finding.objects("Resources").get(0).text("Id").orElseThrow() + " "
                                        + finding.instant("LastObservedAt")
                                                .or(() -> finding.instant("UpdatedAt"))
                                                .orElseThrow()
                                        + " "
                                        + finding.text("Compliance.Status")
                                                .orElseThrow()
                                                .replace("PASSED", "PASS")
                                                .replace("FAILED", "FAIL"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "'passed',0.5,PASS",
        "'passed failed',0.5,FAIL",
        "'passed skipped',0.5,NOT_REVIEWED",
        "'skipped',0.5,NOT_REVIEWED",
        "'error passed',0.5,ERROR",
        "'error failed',0.5,ERROR",
        "'failed',0,NOT_APPLICABLE",
        "'passed',0.0,NOT_APPLICABLE"
    })
    void aControlPassesOnlyWhenAllItsResultsDo(String words, String impact, String status) {
        String results = java.util.Arrays.stream(words.split(" "))
                .map(word -> "{'status': '" + word + "', 'start_time': '2025-06-08T02:00:00Z'}")
                .collect(Collectors.joining(","));
        Evidence record = control("'impact': " + impact + ", 'results': [" + results + "]")
                .records()
                .get(0);

        assertThat(plain(record, "status")).isEqualTo(status);
        assertThat(plain(record, "compliant"))
                .isEqualTo(status.equals("PASS") ? true : status.equals("FAIL") ? (Object) false : "");
    }

    @Test
    void aWaivedControlIsNeitherPassedNorFailed() {
        String results = "'results': [{'status': 'skipped', 'start_time': '2025-06-08T02:00:00Z'}]";
        Evidence skipped = control(results + ", 'waiver_data': {'skipped_due_to_waiver': true, 'run': false,"
                        + " 'justification': 'legacy', 'expiration_date': '2025-12-31'}")
                .records()
                .get(0);
        Evidence run = control("'results': [{'status': 'failed', 'start_time': '2025-06-08T02:00:00Z'}],"
                        + " 'waiver_data': {'skipped_due_to_waiver': false, 'run': true, 'justification': 'legacy'}")
                .records()
                .get(0);

        assertThat(plain(skipped, "status")).isEqualTo("WAIVED");
        assertThat(skipped.attributes()).doesNotContainKey("compliant");
        assertThat(plain(skipped, "waiver"))
                .isEqualTo(Map.of(
                        "skipped_due_to_waiver",
                        true,
                        "run",
                        false,
                        "justification",
                        "legacy",
                        "expiration_date",
                        "2025-12-31"));
        assertThat(plain(run, "status")).isEqualTo("FAIL");
        assertThat(run.attributes()).containsKey("waiver");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'results': []",
                "'results': [{'status': 'passed'}]",
                "'results': [{'status': 'passed', 'start_time': ''}]",
                "'results': [{'start_time': '2025-06-08T02:00:00Z'}]",
                "'results': [{'status': 'ok', 'start_time': '2025-06-08T02:00:00Z'}]",
                "'results': [{'status': 'passed', 'start_time': '2025-06-08T02:00:00Z'}, {'status': 'PASS'}]",
                "'results': [{'status': 'passed', 'start_time': '2025-06-08T02:00:00Z'}], 'attestation_data': {'status':"
                        + " 'maybe', 'updated': '2025-06-08T02:00:00Z'}"
            })
    void aControlWithoutWhatItNeedsIsRefused(String fields) {
        ImportedFile imported = control(fields);

        assertThat(imported.refusals()).containsExactly("SOC2-E029");
        assertThat(imported.records()).isEmpty();
    }

    @Test
    void aReportThatNamesNoAssetNeedsASubject() {
        String report = "{'platform': {'name': 'Heimdall Tools'}, 'profiles': [{'name': 'p', 'controls': [{'id': 'c',"
                + " 'results': [{'status': 'passed', 'start_time': '2025-06-08T02:00:00Z'}]}]}]}";

        assertThat(imported("a.json", report, ImportOptions.NONE).refusals()).containsExactly("SOC2-E029");
        assertThat(imported("a.json", report, ImportOptions.NONE.with("subject", "h1"))
                        .records()
                        .get(0)
                        .subject())
                .isEqualTo("h1");
    }

    @Test
    void whatIsNoReportIsRefused() {
        assertThat(imported("a.json", "{'Findings': []}", ImportOptions.NONE).refusals())
                .containsExactly("SOC2-E002");
        assertThat(imported("a.yaml", "a: b", ImportOptions.NONE).refusals()).containsExactly("SOC2-E002");
        assertThat(imported("b.yaml", "- [a]", ImportOptions.NONE).refusals()).containsExactly("SOC2-E029");
        assertThat(imported("c.yaml", "- !!java.net.URL [x]", ImportOptions.NONE)
                        .refusals())
                .hasSize(1);
        assertThat(imported("d.json", "{'platform': {}, 'profiles': []}", ImportOptions.NONE)
                        .refusals())
                .isEmpty();
    }

    @Test
    void publishedAttestationsAreEvidenceOfTheirOwn() {
        List<Evidence> records = ImportedFile.of(
                        "HDF", ImportedFile.data(FOLDER + "attestations/attestations_yamlFormat.yaml"))
                .records();

        // grep -c control_id: 2
        assertThat(records).hasSize(2);
        Evidence record = records.get(1);
        assertThat(record.type()).isEqualTo("assessment.observation");
        assertThat(record.subject()).isEqualTo("SV-230328");
        assertThat(record.actor()).contains("Attestation Tester");
        assertThat(record.occurredAt()).hasToString("2024-03-26T15:22:03.690Z");
        assertThat(plain(record, "status")).isEqualTo("PASS");
        assertThat(plain(record, "types")).isEqualTo(List.of("attestation"));
        assertThat(plain(record, "expires")).isEqualTo("2024-03-27T15:22:03.690Z");
        assertThat(record.attributes()).doesNotContainKey("compliant");
        // A frequency of no days: it expires as it is made.
        assertThat(plain(records.get(0), "expires")).isEqualTo("2024-03-26T15:20:05.181Z");
    }

    @Test
    void theAttestationOfAControlIsARecordOfItsOwn() {
        ImportedFile imported = control("'results': [{'status': 'skipped', 'start_time': '2025-06-08T02:00:00Z'}],"
                + " 'attestation_data': {'control_id': 'c', 'status': 'passed', 'updated': '2025-05-31T00:00:00+02:00',"
                + " 'frequency': 'monthly', 'updated_by': 'ann', 'explanation': 'seen'}");

        assertThat(imported.records()).hasSize(2);
        assertThat(plain(imported.records("asset.state").get(0), "status")).isEqualTo("NOT_REVIEWED");
        // 30 May, 22:00 UTC, and one month.
        assertThat(plain(imported.records("assessment.observation").get(0), "expires"))
                .isEqualTo("2025-06-30T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "annually,2025-01-31T00:00:00Z",
        "semiannually,2024-07-31T00:00:00Z",
        "quarterly,2024-04-30T00:00:00Z",
        "monthly,2024-02-29T00:00:00Z",
        "every2weeks,2024-02-14T00:00:00Z",
        "weekly,2024-02-07T00:00:00Z",
        "every3days,2024-02-03T00:00:00Z",
        "daily,2024-02-01T00:00:00Z",
        "10d,2024-02-10T00:00:00Z",
        "2w,2024-02-14T00:00:00Z",
        "1m,2024-02-29T00:00:00Z",
        "2y,2026-01-31T00:00:00Z"
    })
    void anAttestationHoldsAsLongAsItsFrequencySays(String frequency, String end) {
        Evidence record = imported(
                        "a.json",
                        "{'control_id': 'c', 'status': 'failed', 'updated': '2024-01-31T00:00:00Z', 'frequency': '"
                                + frequency + "'}",
                        ImportOptions.NONE)
                .records()
                .get(0);

        assertThat(plain(record, "expires")).isEqualTo(end);
        assertThat(plain(record, "status")).isEqualTo("FAIL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'control_id': 'c', 'status': 'passed'}",
                "{'control_id': 'c', 'updated': '2024-01-31T00:00:00Z'}",
                "{'control_id': 'c', 'status': 'passed', 'updated': '2024-01-31'}",
                "{'control_id': 'c', 'status': 'passed', 'updated': '2024-01-31T00:00:00Z', 'frequency': 'often'}",
                "{'control_id': 'c', 'status': 'passed', 'updated': '2024-01-31T00:00:00Z', 'frequency': '999999d'}"
            })
    void anAttestationWithoutWhatItNeedsIsRefused(String attestation) {
        assertThat(imported("a.json", "[" + attestation + "]", ImportOptions.NONE)
                        .refusals())
                .containsExactly("SOC2-E029");
    }
}
