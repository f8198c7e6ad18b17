package dev.soc2.evidence.importing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.formats.ImportedFile;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables of real scanners, by mappings. The counts are those of Python's {@code csv} module. */
class ScannerTablesTest {

    private final InMemoryEvidence evidence = new InMemoryEvidence();

    private ImportReceipt read(String file, String mapping) {
        return Importers.csv(Folder.mapping(mapping))
                .importInto(evidence, ImportedFile.data("defectdojo-scans/" + file));
    }

    private Map<String, Long> by(String attribute) {
        return Folder.rows(evidence).stream()
                .collect(groupingBy(record -> text(record.attributes().get(attribute)), counting()));
    }

    private static String text(AttributeValue value) {
        return ((AttributeValue.TextValue) value).value();
    }

    private static void isRead(ImportReceipt receipt, int rows, int records, int duplicates) {
        assertThat(receipt.read()).isEqualTo(rows);
        assertThat(receipt.records()).isEqualTo(records);
        assertThat(receipt.duplicates()).isEqualTo(duplicates);
        assertThat(receipt.isComplete()).isTrue();
    }

    @Test
    void postureOfAnAccountHasEachRowOnce() {
        ImportReceipt receipt = read("aws_prowler/many_vuln2.csv", """
                source: prowler
                type: asset.state
                subject: ACCOUNT_NUM
                occurredAt: {constant: 2022-01-15T00:00:00Z}
                attributes:
                  check: TITLE_ID
                  region: REGION
                  status: {column: CHECK_RESULT, values: {PASS: PASS, FAIL: FAIL, INFO: MANUAL}}
                """);

        // 214 rows, of which 38 say word for word what another says.
        isRead(receipt, 214, 176, 38);
        assertThat(by("status")).isEqualTo(Map.of("PASS", 53L, "FAIL", 35L, "MANUAL", 88L));
        assertThat(by("check")).hasSize(33);
    }

    @Test
    void cellsOfSeveralLinesAreOneRow() {
        ImportReceipt receipt = read("tenable/nessus/nessus_many_vuln2-all.csv", """
                source: nessus
                type: vuln.found
                subject: Host
                occurredAt: {constant: 2021-01-15T00:00:00Z}
                attributes: {vulnerability: CVE, check: Plugin ID, severity: Risk, port: {column: Port, type: INT}}
                """);

        isRead(receipt, 30, 30, 0);
        assertThat(by("severity")).isEqualTo(Map.of("None", 29L, "Medium", 1L));
        assertThat(Folder.rows(evidence).stream()
                        .map(record -> record.attributes().get("vulnerability")))
                .filteredOn(value -> value != null)
                .containsExactly(AttributeValue.of("CVE-2004-2761"));
        assertThat(Folder.rows(evidence)).extracting(Evidence::subject).containsOnly("52.208.101.182");
    }

    @Test
    void rowsOfCommasAloneAreNoRows() {
        ImportReceipt receipt = read("tenable/tenable_many_vuln.csv", """
                source: tenable
                type: vuln.found
                subject: FQDN
                occurredAt: First Found
                observedAt: Last Found
                attributes: {vulnerability: CVE, check: Plugin ID, severity: Risk, status: Vulnerability State}
                """);

        // 20 findings under 65 columns, two of which have no name, and two rows of 64 commas at the end.
        isRead(receipt, 20, 20, 0);
        assertThat(by("severity")).isEqualTo(Map.of("High", 12L, "Medium", 8L));
        assertThat(Folder.rows(evidence).stream().collect(groupingBy(Evidence::occurredAt, counting())))
                .isEqualTo(Map.of(
                        Instant.parse("2023-06-08T01:58:56.166Z"), 17L,
                        Instant.parse("2023-05-19T15:08:24.420Z"), 1L,
                        Instant.parse("2023-05-18T01:42:29.529Z"), 1L,
                        Instant.parse("2023-06-08T02:01:27.233Z"), 1L));
    }

    private static final String QUALYS = """
            skipLines: 3
            zone: America/New_York
            source: qualys
            type: vuln.found
            subject: Asset Name
            occurredAt: {column: First Detected, format: "MMM dd, uuuu hh:mm a"}
            observedAt: {column: Last Detected, format: "MMM dd, uuuu hh:mm a"}
            attributes:
              vulnerability: CVE
              status: Status
              tags: {column: Asset Tags, type: LIST, separator: ","}
            """;

    @Test
    void namesOfMonthsAreEnglishOnEveryMachine() {
        ImportReceipt receipt = read("qualys_vmdr/many_vulns_cve.csv", QUALYS);

        isRead(receipt, 5, 5, 0);
        assertThat(by("status")).isEqualTo(Map.of("ACTIVE", 4L, "FIXED", 1L));
        // Five hours behind UTC in winter, and four until the first Sunday of November, 2 November 2025.
        assertThat(Folder.rows(evidence))
                .extracting(Evidence::occurredAt)
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-01-10T15:00:00Z"),
                        Instant.parse("2026-01-15T15:00:00Z"),
                        Instant.parse("2025-12-20T15:00:00Z"),
                        Instant.parse("2025-11-01T14:00:00Z"),
                        Instant.parse("2025-10-15T14:00:00Z"));
    }

    @Test
    void aTableOfNothingIsAPopulationOfNothingOnceItsTimeIsKnown() {
        isRead(read("qualys_vmdr/no_vuln_cve.csv", QUALYS), 0, 0, 0);
        assertThat(evidence.records()).isEmpty();

        // The report says above the table when it was made, 04 Feb 2026 10:00AM GMT-0500.
        Instant made = Instant.parse("2026-02-04T15:00:00Z");
        Export export = new Export(Optional.of(made.minus(Duration.ofDays(180))), Optional.of(made), Optional.of(made));
        Importers.csv(Folder.mapping(QUALYS), export)
                .importInto(evidence, ImportedFile.data("defectdojo-scans/qualys_vmdr/no_vuln_cve.csv"));

        assertThat(Folder.populations(evidence))
                .singleElement()
                .satisfies(population -> assertThat(population.attributes())
                        .containsEntry("rows", AttributeValue.of(0))
                        .containsEntry("complete", AttributeValue.of(true)));
    }

    private static final String WIZ = """
            source: wiz
            type: vuln.found
            subject: Resource Name
            occurredAt: Created At
            """;

    @Test
    void aTimeThatIsNoTimeIsRefusedWithItsRow() {
        ImportReceipt receipt = read(
                "wiz/resolved_findings.csv",
                WIZ + "attributes:\n" + "  resolvedAt: {column: Resolved Time, type: TIMESTAMP}\n");

        // "2025-04-03 20:20:00.43042 +0000 UTC" and the same with CET; the first is resolved before it began, in 1999.
        assertThat(receipt.read()).isEqualTo(3);
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E022", "SOC2-E022");
        assertThat(Folder.rows(evidence))
                .singleElement()
                .satisfies(record -> assertThat(record.attributes().get("resolvedAt"))
                        .isEqualTo(AttributeValue.of("1999-01-25T00:19:27Z")));
    }

    @Test
    void twoContentsOfOneIssueAreNotOneRecord() {
        ImportReceipt receipt = read(
                "wiz/resolved_findings.csv",
                WIZ + "id: Issue ID\n" + "attributes: {resolution: Resolution, resolved: Resolved Time}\n");

        assertThat(receipt.records()).isEqualTo(2);
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E004");
    }

    @Test
    void daysAreReadByThePatternThatTheMappingNames() {
        String mapping = """
                source: desk
                type: vuln.found
                zone: UTC
                subject: Url
                occurredAt: {column: Date, format: %s, at: START_OF_DAY}
                attributes: {title: Title, severity: Severity, isActive: {column: Active, type: BOOL}}
                """;

        isRead(read("generic/generic_csv_defect_dojo.csv", mapping.replace("%s", "MM/dd/uuuu")), 4, 4, 0);
        isRead(read("generic/generic_report1.csv", mapping.replace("%s", "dd/MM/uuuu")), 5, 5, 0);
        assertThat(Folder.rows(evidence).stream().collect(groupingBy(Evidence::occurredAt, counting())))
                .isEqualTo(
                        Map.of(Instant.parse("2018-01-30T00:00:00Z"), 4L, Instant.parse("2021-02-28T00:00:00Z"), 5L));
        assertThat(by("severity")).isEqualTo(Map.of("Low", 9L));

        ImportReceipt other = read("generic/generic_report1.csv", mapping.replace("%s", "MM/dd/uuuu"));
        assertThat(other.rejected()).extracting(Issue::code).hasSize(5).containsOnly("SOC2-E022");
    }

    @Test
    void aQuoteThatIsNotClosedTakesTheRestWithItAndIsTold() {
        ImportReceipt receipt = read("generic/generic_report_kev_cvssv4.csv", """
                source: desk
                type: vuln.found
                subject: Url
                occurredAt: {constant: 2018-01-30T00:00:00Z}
                """);

        // The last cell of the only row ends in two quotes, which are one quote inside the cell.
        assertThat(receipt.read()).isEqualTo(1);
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E020");
    }
}
