package dev.soc2.evidence.internal.openvex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.model.evidence.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements about products. */
class OpenVexStatementsTest {

    private static final ImportOptions VEX = ImportOptions.NONE.source("vex");
    private static final String FILE = "defectdojo-scans/openvex/openvex_many_vuln.json";

    // jq '[.statements[].products[]]|length' -> 6
    // jq -c '[.statements[].status]|group_by(.)|map([.[0],length])'
    // -> [["affected",1],["fixed",1],["not_affected",3],["under_investigation",1]]
    @Test
    void everyStatementIsAnAssessment() {
        Imported read = Imported.data("OPENVEX", VEX, FILE);

        assertThat(read.rows()).containsExactly(6L, 6L, 0L, 0L);
        assertThat(read.counts()).isEqualTo(Map.of("vuln.assessed", 6L));
        assertThat(read.counts("state"))
                .isEqualTo(Map.of("AFFECTED", 1L, "FIXED", 1L, "NOT_AFFECTED", 3L, "UNDER_INVESTIGATION", 1L));
    }

    @Test
    void aStatementKeepsItsReasonsAndItsAuthor() {
        Evidence fifth = Imported.data("OPENVEX", VEX, FILE).records().get(4);

        assertThat(fifth.subject()).isEqualTo("pkg:apk/alpine/zlib@1.2.11-r1?arch=x86_64&distro=alpine-3.10.9");
        assertThat(fifth.occurredAt()).isEqualTo("2026-07-29T00:00:00Z");
        assertThat(fifth.actor()).contains("Example Org");
        assertThat(Imported.plain(fifth))
                .containsEntry("vulnerability", "CVE-2024-10005")
                .containsEntry("justification", "INLINE_MITIGATIONS_ALREADY_EXIST")
                .containsEntry("impact", "The affected code path is disabled at build time.")
                .containsEntry("aliases", List.of("GHSA-jfh8-c2jp-5v3q"));
    }

    @Test
    void theFirstVersionNamedThingsByPlainText() {
        Evidence sixth = Imported.data("OPENVEX", VEX, FILE).records().get(5);

        assertThat(sixth.subject()).isEqualTo("pkg:apk/alpine/openssl@1.1.1k-r0");
        assertThat(sixth.text("vulnerability")).contains("CVE-2024-10006");
    }

    @Test
    void whatIsMissingIsToldAtOnce(@TempDir Path folder) {
        Imported read = Imported.text("OPENVEX", VEX, folder, "{\"@context\": \"c\", \"statements\": [{}]}");

        assertThat(read.rows()).containsExactly(1L, 0L, 1L, 0L);
        assertThat(read.receipt().rejected().get(0).what())
                .contains("no vulnerability")
                .contains("no status")
                .contains("timestamp")
                .contains("no product");
    }
}
