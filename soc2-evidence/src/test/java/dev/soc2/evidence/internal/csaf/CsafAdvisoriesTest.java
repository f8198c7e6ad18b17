package dev.soc2.evidence.internal.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.model.evidence.Evidence;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What vendors state in advisories. */
class CsafAdvisoriesTest {

    // jq '[.vulnerabilities[].product_status[][]]|length' -> 5
    // jq -c '[.vulnerabilities[].product_status|to_entries[]|.key as $k|.value[]|$k]|group_by(.)|map([.[0],length])'
    // -> [["fixed",1],["known_affected",2],["known_not_affected",1],["under_investigation",1]]
    @Test
    void everyProductWithAStatusIsAnAssessment() {
        Imported read = Imported.data("CSAF", ImportOptions.NONE, "defectdojo-scans/csaf/csaf_many_vuln.json");

        assertThat(read.rows()).containsExactly(2L, 2L, 0L, 0L);
        assertThat(read.counts()).isEqualTo(Map.of("vuln.assessed", 5L));
        assertThat(read.counts("state"))
                .isEqualTo(Map.of("AFFECTED", 2L, "FIXED", 1L, "NOT_AFFECTED", 1L, "UNDER_INVESTIGATION", 1L));
    }

    @Test
    void aProductIsNamedByTheTreeOfProducts() {
        Evidence affected =
                Imported.data("CSAF", ImportOptions.NONE, "defectdojo-scans/csaf/csaf_many_vuln.json")
                        .records()
                        .stream()
                        .filter(record -> record.text("severity").isPresent())
                        .findFirst()
                        .orElseThrow();

        assertThat(affected.subject()).isEqualTo("Generic App 1.0.0");
        assertThat(affected.actor()).contains("Example Corp");
        assertThat(affected.occurredAt()).isEqualTo("2026-07-29T00:00:00Z");
        assertThat(Imported.plain(affected))
                .containsEntry("vulnerability", "CVE-2026-10002")
                .containsEntry("severity", "HIGH")
                .containsEntry("state", "AFFECTED")
                .containsEntry("action", "Upgrade to Generic App 1.0.1.");
    }
}
