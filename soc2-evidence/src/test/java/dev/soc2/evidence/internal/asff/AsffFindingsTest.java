package dev.soc2.evidence.internal.asff;

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

/** Findings of Security Hub in every wrapping. */
class AsffFindingsTest {

    private static final ImportOptions HUB = ImportOptions.NONE.source("hub");

    @TempDir
    Path folder;

    private Imported read(String text) {
        return Imported.text("ASFF", HUB, folder, text.replace('\'', '"'));
    }

    // F='(if type=="array" then . else (.Findings // .findings) end)[]'
    // rows:   jq "[$F]|length" FILE
    // checks: jq "[$F|select((.Vulnerabilities|length)==0 and .Compliance)|.Resources[]]|length" FILE
    // vulns:  jq "[$F|.Id as \$i|.Resources[].Id as \$r|.Vulnerabilities[]?|.Id as \$v|.VulnerablePackages[]|
    //           [\$i,\$r,\$v,.Name,.Version,.FilePath]]|unique|length" FILE
    // alerts: jq "[$F|select((.Vulnerabilities|length)==0 and (.Compliance|not))]|length" FILE
    @ParameterizedTest
    @CsvSource({
        "defectdojo-scans/asff/many_vulns.json, 5, 0, 7, 0",
        "defectdojo-scans/awssecurityhub/config_many_findings.json, 3, 3, 0, 0",
        "defectdojo-scans/awssecurityhub/guardduty.json, 4, 0, 0, 4",
        "defectdojo-scans/awssecurityhub/inspector_ec2_cve.json, 5, 0, 5, 0",
        "defectdojo-scans/awssecurityhub/inspector_ecr.json, 7, 0, 11, 0",
        "defectdojo-scans/awssecurityhub/missing_account_id.json, 1, 0, 1, 0",
        "mitre-heimdall-hdf/asff_sample.json, 18, 18, 0, 0"
    })
    void everyFindingOfEveryFileIsRead(String file, long rows, long checks, long vulnerabilities, long alerts) {
        Imported read = Imported.data("ASFF", HUB, file);

        assertThat(read.rows()).containsExactly(rows, rows, 0L, 0L);
        assertThat(read.counts().getOrDefault("asset.state", 0L)).isEqualTo(checks);
        assertThat(read.counts().getOrDefault("vuln.found", 0L)).isEqualTo(vulnerabilities);
        assertThat(read.counts().getOrDefault("alert.raised", 0L)).isEqualTo(alerts);
    }

    // jq -c '[.Findings[].Compliance.Status]|group_by(.)|map([.[0],length])' asff_sample.json
    // -> [["FAILED",17],["PASSED",1]]
    @Test
    void statusesAreThoseOfTheFile() {
        Imported read = Imported.data("ASFF", HUB, "mitre-heimdall-hdf/asff_sample.json");

        assertThat(read.counts("status")).isEqualTo(Map.of("FAIL", 17L, "PASS", 1L));
    }

    @Test
    void aPassOfTodayIsNoPassOfTheDayOnWhichTheFindingBegan() {
        Evidence passed = Imported.data("ASFF", HUB, "mitre-heimdall-hdf/asff_sample.json").records().stream()
                .filter(record -> record.text("status").orElse("").equals("PASS"))
                .findFirst()
                .orElseThrow();

        assertThat(passed.occurredAt()).isEqualTo("2021-07-02T16:02:46.396Z");
        assertThat(passed.observedAt()).isEqualTo("2021-07-02T16:02:46.396Z");
        assertThat(Imported.plain(passed))
                .containsEntry("firstSeenAt", "2021-04-28T14:57:54.547Z")
                .containsEntry("check", "aws-foundational-security-best-practices/v/1.0.0/S3.2")
                .containsEntry("compliant", true)
                .containsEntry("severity", "INFORMATIONAL")
                .containsEntry("workflowStatus", "RESOLVED")
                .containsEntry("recordState", "ACTIVE");
    }

    @Test
    void vulnerabilitiesAreFoundWhenTheyWereFirstSeen() {
        Evidence first = Imported.data("ASFF", HUB, "defectdojo-scans/asff/many_vulns.json")
                .records()
                .get(0);

        assertThat(first.subject()).isEqualTo("arn:aws:ec2:eu-west-1:123456789123:instance/i-0asd2da21c8csd28s");
        assertThat(first.occurredAt()).isEqualTo("2023-08-30T20:07:14Z");
        assertThat(first.observedAt()).isEqualTo("2023-09-15T07:00:24Z");
        assertThat(Imported.plain(first))
                .containsEntry("vulnerability", "CVE-2017-9735")
                .containsEntry("severity", "HIGH")
                .containsEntry("component", "org.eclipse.jetty:jetty-server")
                .containsEntry("installedVersion", "8.1.14.v20131031")
                .containsEntry("fixedVersion", "9.4.6.v20170531");
    }

    // The file says of GuardDuty findings that they were last observed in the year 2200.
    @Test
    void aTimeInTheFarFutureIsNotTaken() {
        assertThat(Imported.data("ASFF", HUB, "defectdojo-scans/awssecurityhub/guardduty.json")
                        .records())
                .extracting(Evidence::observedAt)
                .contains(Instant.parse("2024-01-17T11:33:21.196Z"))
                .allSatisfy(time -> assertThat(time).isBefore("2025-01-01T00:00:00Z"));
    }

    // wc -l AWS.SecurityFindingFormat.jsonl -> 10; jq -r .UpdatedAt -> all like "2024-05-24 22:53:24.000000000"
    @Test
    void timesWithoutAnOffsetNeedADeclaredZone() {
        String file = "panther-analysis/AWS.SecurityFindingFormat.jsonl";
        Imported without = Imported.data("ASFF", HUB, file);
        Imported with = Imported.data("ASFF", HUB.with("zone", "UTC"), file);

        assertThat(without.rows()).containsExactly(10L, 0L, 10L, 0L);
        assertThat(without.receipt().rejected().get(0).fix()).contains("zone");
        // The five pairs are alternatives of a test: one id and one time, two titles. The second one of each is
        // refused.
        // jq -c '[.Id,.UpdatedAt]' | sort -u | wc -l -> 5
        assertThat(with.rows()).containsExactly(10L, 5L, 5L, 0L);
        assertThat(with.counts()).isEqualTo(Map.of("alert.raised", 5L));
        assertThat(with.receipt().rejected())
                .allSatisfy(issue -> assertThat(issue.code()).isEqualTo("SOC2-E004"));
        assertThat(with.records().get(0).observedAt()).isEqualTo("2024-05-24T22:53:24Z");
    }

    private static final String FINDING = """
            {'Id': 'f', 'UpdatedAt': '2025-01-01T00:00:00Z', 'GeneratorId': 'g', 'Compliance': {'Status': '%s',
            'SecurityControlId': 'S3.2', 'RelatedRequirements': ['NIST AC-3']}, 'Severity': {'Normalized': 70},
            'Resources': [{'Id': 'arn:a'}, {'Id': 'arn:b'}]}
            """;

    @Test
    void everyWrappingGivesTheSame() {
        String finding = String.format(Locale.ROOT, FINDING, "FAILED").replace('\n', ' ');
        List<Evidence> expected = read(finding).records();

        assertThat(expected).hasSize(2);
        for (String wrapping : List.of(
                "{'Findings': [%s]}",
                "{'findings': [%s]}",
                "[%s]",
                "%s\n%s",
                "{'version': '0', 'detail-type': 'Security Hub Findings - Imported', 'detail': {'findings': [%s]}}")) {
            assertThat(read(wrapping.replace("%s", finding)).records())
                    .as(wrapping)
                    .isEqualTo(expected);
        }
    }

    @Test
    void noOtherWordIsAPass() {
        for (String word : List.of("WARNING", "NOT_AVAILABLE")) {
            assertThat(read(String.format(Locale.ROOT, FINDING, word)).records())
                    .allSatisfy(record -> {
                        assertThat(record.text("status")).contains(word);
                        assertThat(record.attribute("compliant")).isEmpty();
                    });
        }
        assertThat(read(String.format(Locale.ROOT, FINDING, "fine")).records())
                .allSatisfy(record -> assertThat(record.attributes()).doesNotContainKeys("status", "compliant"));
        assertThat(read(String.format(Locale.ROOT, FINDING, "FAILED")).records())
                .allSatisfy(record -> assertThat(Imported.plain(record))
                        .isEqualTo(Map.of(
                                "check", "S3.2",
                                "status", "FAIL",
                                "compliant", false,
                                "severity", "HIGH",
                                "requirements", List.of("NIST AC-3"))));
    }

    // Prowler writes its findings in both formats; no published sample has the two of one scan, so this pair is written
    // after its sources: GeneratorId is "prowler-" and the check, Compliance.Status is PASSED, FAILED or WARNING.
    @Test
    void prowlersFindingsAreTheSameInBothFormats() {
        Evidence asff =
                read("{'Id': 'p', 'UpdatedAt': '2025-01-01T00:00:00Z', 'GeneratorId': 'prowler-s3_bucket_private',"
                                + " 'ProductFields': {'ProviderName': 'Prowler'}, 'Severity': {'Label': 'HIGH'}, 'Compliance':"
                                + " {'Status': 'FAILED'}, 'Title': 't', 'Resources': [{'Id': 'arn:a', 'Type': 'AwsS3Bucket'}]}")
                        .only();
        Evidence ocsf = Imported.text(
                        "OCSF",
                        HUB,
                        folder,
                        ("{'class_uid': 2004, 'time': 1735689600000, 'metadata': {'event_code': 's3_bucket_private'},"
                                        + " 'status_code': 'FAIL', 'severity_id': 4, 'finding_info': {'uid': 'p', 'title':"
                                        + " 't'}, 'resources': [{'uid': 'arn:a', 'type': 'AwsS3Bucket'}]}")
                                .replace('\'', '"'))
                .only();

        assertThat(List.of(asff.type(), asff.subject(), asff.observedAt(), Imported.plain(asff)))
                .isEqualTo(List.of(ocsf.type(), ocsf.subject(), ocsf.observedAt(), Imported.plain(ocsf)));
    }
}
