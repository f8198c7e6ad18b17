package dev.soc2.evidence.internal.grype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.findings.Imported;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matches of packages with vulnerabilities. */
class GrypeMatchesTest {

    private static final ImportOptions SCAN = ImportOptions.NONE.source("scan");

    // jq '[.matches[]]|length' fix_available.json -> 1
    @Test
    void aMatchKeepsItsPackageWhateverItsVersionHolds() {
        Imported read = Imported.data("GRYPE", SCAN, "defectdojo-scans/anchore_grype/fix_available.json");

        assertThat(read.rows()).containsExactly(1L, 1L, 0L, 0L);
        assertThat(read.only().occurredAt()).isEqualTo("2024-04-10T11:05:22.636338786Z");
        assertThat(read.only().subject()).isEqualTo("REDACTED");
        assertThat(Imported.plain(read.only()))
                .containsEntry("vulnerability", "CVE-2009-3882")
                .containsEntry("severity", "HIGH")
                .containsEntry("component", "java")
                // the file has this character
                .containsEntry("installedVersion", "17.0.10+7\u0000-J-ms8m")
                .containsEntry("fixedVersion", "1.2.3")
                .containsEntry("fixStatus", "FIXED");
    }

    // jq '[.matches[]]|length' no_vuln.json -> 0
    @Test
    void aScanThatFoundNothingProvesThat() {
        Instant from = Instant.parse("2025-01-01T00:00:00Z");
        Imported read = Imported.data(
                "GRYPE",
                SCAN.window(from, from.plusSeconds(86_400)).extractedAt(from.plusSeconds(90_000)),
                "defectdojo-scans/anchore_grype/no_vuln.json");

        assertThat(read.rows()).containsExactly(0L, 0L, 0L, 0L);
        assertThat(read.populations()).singleElement().satisfies(population -> {
            assertThat(population.subject()).isEqualTo("vuln.found");
            assertThat(Imported.plain(population)).containsEntry("rows", 0L);
        });
    }

    @Test
    void whatWasIgnoredWasAssessed(@TempDir Path folder) {
        Imported read = Imported.text(
                "GRYPE",
                SCAN,
                folder,
                ("{'matches': [], 'ignoredMatches': [{'vulnerability': {'id': 'CVE-1'}, 'artifact': {'name': 'a'},"
                                + " 'appliedIgnoreRules': [{'vex-status': 'not_affected', 'vex-justification':"
                                + " 'component_not_present'}]}, {'vulnerability': {'id': 'CVE-2'}, 'artifact': {'name': 'a'},"
                                + " 'appliedIgnoreRules': [{'reason': 'only in tests'}]}], 'source': {'type': 'directory',"
                                + " 'target': '/src'}, 'descriptor': {'timestamp': '2025-01-01T00:00:00Z'}}")
                        .replace('\'', '"'));

        assertThat(read.records()).allSatisfy(record -> {
            assertThat(record.type()).isEqualTo("vuln.assessed");
            assertThat(record.subject()).isEqualTo("/src");
        });
        assertThat(read.records())
                .extracting(record -> List.of(
                        record.text("state").orElse(""),
                        record.text("justification").orElse("")))
                .containsExactly(List.of("NOT_AFFECTED", "component_not_present"), List.of("IGNORED", "only in tests"));
        assertThat(read.counts()).isEqualTo(Map.of("vuln.assessed", 2L));
    }
}
