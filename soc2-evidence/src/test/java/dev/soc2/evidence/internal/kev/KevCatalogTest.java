package dev.soc2.evidence.internal.kev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.internal.findings.Imported;
import dev.soc2.model.evidence.Evidence;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The catalogue of known exploited vulnerabilities. */
class KevCatalogTest {

    private static final ImportOptions CISA = ImportOptions.NONE.source("cisa-kev");
    private static final String FILE = "cisa-kev/known_exploited_vulnerabilities.json";

    // jq '.vulnerabilities|length' -> 1404; jq '[.vulnerabilities[]|select(.dueDate<.dateAdded)]|length' -> 15
    // jq -c '[.vulnerabilities[].knownRansomwareCampaignUse]|group_by(.)|map([.[0],length])'
    // -> [["Known",293],["Unknown",1111]]
    @Test
    void everyEntryIsListedAndEarlyDueDatesAreKeptAndTold() {
        Imported read = Imported.data("KEV", CISA, FILE);

        assertThat(read.rows()).containsExactly(1404L, 1404L, 0L, 0L);
        assertThat(read.counts()).isEqualTo(Map.of("vuln.listed", 1404L));
        assertThat(read.counts("ransomware")).isEqualTo(Map.of("KNOWN", 293L, "UNKNOWN", 1111L));
        assertThat(read.records())
                .filteredOn(record -> Boolean.TRUE.equals(Imported.plain(record).get("dueBeforeListed")))
                .hasSize(15)
                .extracting(Evidence::subject)
                .contains("CVE-2021-34527");
    }

    // "cveID": "CVE-2021-34527", "dateAdded": "2021-11-03", "dueDate": "2021-07-20"
    @Test
    void daysAreDaysOfTheDeclaredZone() {
        Evidence utc = entry(CISA, "CVE-2021-34527");
        Evidence local = entry(CISA.with("zone", "America/New_York"), "CVE-2021-34527");

        assertThat(utc.occurredAt()).isEqualTo("2021-11-03T00:00:00Z");
        assertThat(utc.observedAt()).isEqualTo("2025-08-25T17:04:19.979600Z");
        assertThat(utc.text("dueAt")).contains("2021-07-20T23:59:59.999999999Z");
        assertThat(local.occurredAt()).isEqualTo("2021-11-03T04:00:00Z");
        assertThat(local.text("dueAt")).contains("2021-07-21T03:59:59.999999999Z");
    }

    private static Evidence entry(ImportOptions options, String name) {
        return Imported.data("KEV", options, FILE).records().stream()
                .filter(record -> record.subject().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
