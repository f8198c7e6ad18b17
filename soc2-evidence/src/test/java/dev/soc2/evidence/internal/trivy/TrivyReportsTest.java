package dev.soc2.evidence.internal.trivy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.model.evidence.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of images and of a cluster. */
class TrivyReportsTest {

    private static final ImportOptions SCAN =
            ImportOptions.NONE.source("scan").extractedAt(Instant.parse("2025-02-01T00:00:00Z"));

    // vulnerabilities: jq '[..|objects|.Vulnerabilities?|select(type=="array")|.[]|select(.VulnerabilityID)]|length'
    // checks: jq '[..|objects|.Misconfigurations?|select(type=="array")|.[]|select(.Severity)]|length'
    @ParameterizedTest
    @CsvSource({"all_statuses, 8, 0", "issue_9170, 0, 37", "kubernetes, 10, 10", "scheme_2_many_vulns, 5, 0"})
    void everyFindingOfEveryFileIsRead(String file, long vulnerabilities, long checks) {
        Imported read = Imported.data("TRIVY", SCAN, "defectdojo-scans/trivy/" + file + ".json");
        long rows = vulnerabilities + checks;

        assertThat(read.rows()).containsExactly(rows, rows, 0L, 0L);
        assertThat(read.counts().getOrDefault("vuln.found", 0L) + read.counts().getOrDefault("vuln.assessed", 0L))
                .isEqualTo(vulnerabilities);
        assertThat(read.counts().getOrDefault("asset.state", 0L)).isEqualTo(checks);
    }

    // jq -r '.Results[].Vulnerabilities[].Status' all_statuses.json | sort | uniq -c: one of each
    @Test
    void aVulnerabilityThatDoesNotMatterIsAssessedAndNotFound() {
        Imported read = Imported.data("TRIVY", SCAN, "defectdojo-scans/trivy/all_statuses.json");

        assertThat(read.counts()).isEqualTo(Map.of("vuln.found", 7L, "vuln.assessed", 1L));
        assertThat(read.counts("fixStatus"))
                .isEqualTo(Map.of(
                        "UNKNOWN", 1L,
                        "AFFECTED", 1L,
                        "FIXED", 1L,
                        "UNDER_INVESTIGATION", 1L,
                        "WILL_NOT_FIX", 1L,
                        "FIX_DEFERRED", 1L,
                        "END_OF_LIFE", 1L,
                        "-", 1L));
        assertThat(read.records().get(0).occurredAt()).isEqualTo("2024-01-15T08:58:29.827537440Z");
    }

    @Test
    void aVulnerabilityKeepsItsPackage() {
        Imported read = Imported.data("TRIVY", SCAN, "defectdojo-scans/trivy/scheme_2_many_vulns.json");
        Evidence first = read.records().get(0);

        assertThat(first.subject()).isEqualTo("teamdojo:latest");
        assertThat(first.occurredAt()).isEqualTo("2025-02-01T00:00:00Z");
        assertThat(Imported.plain(first))
                .containsEntry("vulnerability", "CVE-2020-15999")
                .containsEntry("severity", "MEDIUM")
                .containsEntry("component", "freetype")
                .containsEntry("installedVersion", "2.9.1-r2")
                .containsEntry("fixedVersion", "2.9.1-r3")
                .containsEntry("target", "teamdojo:latest (alpine 3.9.4)");
    }

    @Test
    void objectsOfAClusterAreTheAssets() {
        Imported checks = Imported.data("TRIVY", SCAN, "defectdojo-scans/trivy/issue_9170.json");

        assertThat(checks.records().get(0).subject()).isEqualTo("minikube/default/Service/kubernetes");
        assertThat(Imported.plain(checks.records().get(0)))
                .containsEntry("check", "KSV116")
                .containsEntry("status", "FAIL")
                .containsEntry("compliant", false)
                .containsEntry("severity", "LOW");
        assertThat(Imported.data("TRIVY", SCAN, "defectdojo-scans/trivy/kubernetes.json")
                        .records()
                        .get(0)
                        .subject())
                .endsWith("default/Deployment/redis-follower");
    }

    @Test
    void aReportWithoutATimeNeedsADeclaredOne() {
        Imported read = Imported.data("TRIVY", ImportOptions.NONE, "defectdojo-scans/trivy/scheme_2_many_vulns.json");

        assertThat(read.rows()).containsExactly(5L, 0L, 5L, 0L);
        assertThat(read.receipt().rejected().get(0).fix()).contains("extractedAt");
    }

    @Test
    void secretsKeepTheirRuleAndNotTheMatch(@TempDir Path folder) {
        Imported read = Imported.text(
                "TRIVY",
                SCAN,
                folder,
                ("{'SchemaVersion': 2, 'ArtifactName': 'app', 'Results': [{'Target': 'env', 'Secrets': [{'RuleID':"
                                + " 'aws-key', 'Severity': 'CRITICAL', 'StartLine': 3, 'Match': 'KEY=hunter2'}],"
                                + " 'ExperimentalModifiedFindings': [{'Type': 'vulnerability', 'Status': 'ignored',"
                                + " 'Statement': 'not used', 'Finding': {'VulnerabilityID': 'CVE-1', 'PkgName': 'p'}},"
                                + " {'Type': 'misconfiguration', 'Finding': {}}]}]}")
                        .replace('\'', '"'));

        assertThat(read.rows()).containsExactly(3L, 2L, 0L, 1L);
        assertThat(read.records()).extracting(Evidence::type).containsExactly("vuln.found", "vuln.assessed");
        assertThat(read.records().toString()).doesNotContain("hunter2");
        assertThat(Imported.plain(read.records().get(1)))
                .isEqualTo(Map.of(
                        "vulnerability", "CVE-1",
                        "component", "p",
                        "target", "env",
                        "state", "IGNORED",
                        "justification", "not used"));
    }

    @Test
    void aReportWithoutFindingsHasNoRowsAndAnotherDocumentIsRefused(@TempDir Path folder) {
        assertThat(Imported.text("TRIVY", SCAN, folder, "{\"SchemaVersion\": 2, \"Results\": [{\"Target\": \"a\"}]}")
                        .rows())
                .containsExactly(0L, 0L, 0L, 0L);
        for (String text : List.of("{}", "[]", "[{\"Target\": \"a\", \"Vulnerabilities\": []}]")) {
            assertThat(Imported.text("TRIVY", SCAN, folder, text).receipt().rejectedCount())
                    .as(text)
                    .isPositive();
        }
    }
}
