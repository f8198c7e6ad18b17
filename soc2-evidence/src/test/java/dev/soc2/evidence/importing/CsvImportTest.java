package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvImportTest {

    /** The example of the file format. */
    private static final String LEAVERS = """
            skipLines: 3
            zone: America/New_York
            type: hr.terminated
            id: [Employee ID, Last Day]
            subject: Employee ID
            occurredAt: {column: Last Day, format: dd/MM/uuuu, at: END_OF_DAY}
            actor: {constant: hris}
            attributes: {department: Dept, manager: {column: Mgr, type: string}, salaryBand: {drop: true}}
            required: [Employee ID, Last Day]
            rejectUnknownColumns: false
            """;

    private static final String SIMPLE = "type: a.b\nid: ID\nsubject: ID\noccurredAt: When\n";

    @TempDir
    Path temporary;

    private Folder folder;
    private final InMemoryEvidence evidence = new InMemoryEvidence();

    @BeforeEach
    void open() {
        folder = new Folder(temporary);
    }

    private ImportReceipt read(String mapping, byte[] csv) {
        return Importers.csv(Folder.mapping(mapping)).importInto(evidence, folder.write("leavers.csv", csv));
    }

    private ImportReceipt read(String mapping, String csv) {
        return read(mapping, csv.getBytes(StandardCharsets.UTF_8));
    }

    private Evidence only() {
        assertThat(Folder.rows(evidence)).hasSize(1);
        return Folder.rows(evidence).get(0);
    }

    /** One row with one more column, mapped to the attribute {@code a}. */
    private ImportReceipt cell(String rule, String cell) {
        return read(SIMPLE + "attributes: {a: " + rule + "}\n", "ID,When,A\n1,2025-01-01T00:00:00Z," + cell + "\n");
    }

    @Test
    void theExampleOfTheFormatIsRead() {
        ImportReceipt receipt = read(LEAVERS, """
                HR export
                "made, by
                hand
                Employee ID,Last Day,Dept,Mgr,salaryBand,Phone
                1001,31/12/2025,Payroll,,7,555
                1002,15/01/2025,,ann,8,556
                """);

        // New York is UTC-5 in winter: the last instant of 31 December is one nanosecond before 05:00 UTC.
        Evidence first = Evidence.of(
                        "1001/31/12/2025",
                        "hr.terminated",
                        "1001",
                        Instant.parse("2026-01-01T04:59:59.999999999Z"),
                        "leavers")
                .actor("hris")
                .with("department", "Payroll")
                .build();
        Evidence second = Evidence.of(
                        "1002/15/01/2025",
                        "hr.terminated",
                        "1002",
                        Instant.parse("2025-01-16T04:59:59.999999999Z"),
                        "leavers")
                .actor("hris")
                .with("manager", "ann")
                .build();
        assertThat(Folder.rows(evidence)).containsExactly(first, second);
        assertThat(receipt.read()).isEqualTo(2);
        assertThat(receipt.types()).containsExactly("hr.terminated");
        Evidence population = Folder.populations(evidence).get(0);
        assertThat(population.attribute("columnsLeftOut")).contains(AttributeValue.of(1));
        // Computed with Python's hashlib over the two ids, each behind its length as 4 bytes.
        assertThat(population.text("sha256"))
                .contains("172f69e648c82acb0e133ec291162d6f8f71512c4221de2636acaad5799f6589");
    }

    @Test
    void aRowRemembersItsFirstLineAndTheDigestOfItsRawBytes() {
        read(
                SIMPLE + "attributes: {n: Name}\n",
                "ID,When,Name\r\n\r\n1,2025-01-01T00:00:00Z,\"Ann \"\"A\"\" Lee\r\nsecond line\"\r\n2,2025-01-01T00:00:00Z,x\r\n");

        List<Evidence> rows = Folder.rows(evidence);
        assertThat(rows.get(0).text("n")).contains("Ann \"A\" Lee\r\nsecond line");
        assertThat(rows.get(0).provenance().orElseThrow().origin().line()).isEqualTo(3);
        // printf '1,2025-01-01T00:00:00Z,"Ann ""A"" Lee\r\nsecond line"' | sha256sum
        assertThat(rows.get(0).provenance().orElseThrow().sha256())
                .isEqualTo("67a1f33deefb0d26ecd140cf676dfb52e1fa1a14876bf40f9cfae9c86f727766");
        assertThat(rows.get(1).provenance().orElseThrow().origin().line()).isEqualTo(5);
    }

    @Test
    void withoutAKeyTheIdIsTheSourceAndTheDigestOfTheRow() {
        String mapping = "source: hris\n" + SIMPLE.replace("id: ID\n", "");
        ImportReceipt receipt = read(mapping, "ID,When\n1,2025-01-01T00:00:00Z\n1,2025-01-01T00:00:00Z\n");

        // printf '1,2025-01-01T00:00:00Z' | sha256sum
        assertThat(only().id()).isEqualTo("hris:4cec85e8f8705bcb35b9542d29d4c6b32a88d9f3c725a525924c979c89801de4");
        assertThat(receipt.duplicates()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-01T09:30:00+01:00 | '{column: When}' | 2025-03-01T08:30:00Z",
                "2025-03-01T09:30:00 | '{column: When, zone: Europe/Berlin}' | 2025-03-01T08:30:00Z",
                "2025-03-01 09:30:00 | '{column: When, zone: Europe/Berlin}' | 2025-03-01T08:30:00Z",
                "2025-03-01 | '{column: When, zone: Europe/Berlin, at: START_OF_DAY}' | 2025-02-28T23:00:00Z",
                "2025-03-01 | '{column: When, zone: Europe/Berlin, at: end-of-day}' | 2025-03-01T22:59:59.999999999Z",
                "2025-03-01 | '{column: When, zone: Europe/Berlin, at: 17:00}' | 2025-03-01T16:00:00Z",
                "1-MAR-2025 | '{column: When, zone: UTC, at: START_OF_DAY, format: d-MMM-uuuu}' | 2025-03-01T00:00:00Z",
                "03/01/2025 2:05 PM | '{column: When, zone: America/New_York, format: MM/dd/uuuu h:mm a}' | 2025-03-01T19:05:00Z",
                "20250301093000+0100 | '{column: When, format: uuuuMMddHHmmssxx}' | 2025-03-01T08:30:00Z",
                "1740821400 | '{column: When, format: EPOCH_SECONDS}' | 2025-03-01T09:30:00Z",
                "1740821400123 | '{column: When, format: EPOCH_MILLIS}' | 2025-03-01T09:30:00.123Z",
                // Clocks in New York skip 02:00 to 03:00 on 9 March 2025, and repeat 01:00 to 02:00 on 2 November.
                "2025-03-09T02:30:00 | '{column: When, zone: America/New_York}' | 2025-03-09T07:30:00Z",
                "2025-11-02T01:30:00 | '{column: When, zone: America/New_York}' | 2025-11-02T05:30:00Z",
                "2025-11-02 | '{column: When, zone: America/New_York, at: END_OF_DAY}' | 2025-11-03T04:59:59.999999999Z",
                // In Sao Paulo 4 November 2018 began at 01:00, two hours behind UTC.
                "2018-11-04 | '{column: When, zone: America/Sao_Paulo, at: START_OF_DAY}' | 2018-11-04T03:00:00Z",
            })
    void timesAreReadAsTheMappingSays(String cell, String rule, String instant) {
        read(SIMPLE.replace("occurredAt: When", "occurredAt: " + rule), "ID,When\n1," + cell + "\n");

        assertThat(only().occurredAt()).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30/02/2025 | '{column: When, zone: UTC, at: START_OF_DAY, format: dd/MM/uuuu}'",
                "1/3/2025 | '{column: When, zone: UTC, at: START_OF_DAY, format: dd/MM/uuuu}'",
                "2025-03-01 | '{column: When}'",
                "2025-03-01T09:30:00 | '{column: When}'",
                "2025-03-01 | '{column: When, zone: UTC}'",
                "yesterday | '{column: When, zone: UTC, at: END_OF_DAY}'",
                "99999999999999999999 | '{column: When, format: EPOCH_SECONDS}'",
                "9223372036854775807 | '{column: When, format: EPOCH_SECONDS}'",
                "'' | '{column: When, zone: UTC, at: END_OF_DAY}'",
            })
    void aTimeThatCannotBeReadIsRejectedWithItsPlace(String cell, String rule) {
        ImportReceipt receipt =
                read(SIMPLE.replace("occurredAt: When", "occurredAt: " + rule), "ID,When\n1001," + cell + "\n");

        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.location().line()).isEqualTo(2);
            assertThat(issue.location().column()).isEqualTo(6);
            assertThat(issue.what()).startsWith("column 'When': ");
            assertThat(issue.code()).isIn("SOC2-E022", "SOC2-E024");
        });
    }

    @Test
    void observedAtComesFromAColumnOrIsTheSameForAllRows() {
        read(
                SIMPLE + "observedAt: {column: Seen, format: EPOCH_SECONDS}\n",
                "ID,When,Seen\n1,2025-01-01T00:00:00Z,1740821400\n2,2025-01-01T00:00:00Z,\n");
        assertThat(Folder.rows(evidence))
                .extracting(Evidence::observedAt)
                .containsExactly(Instant.parse("2025-03-01T09:30:00Z"), Instant.parse("2025-01-01T00:00:00Z"));

        read(SIMPLE + "observedAt: {constant: 2025-02-01T00:00:00Z}\n", "ID,When\n3,2025-01-01T00:00:00Z\n");

        assertThat(Folder.rows(evidence).get(2).observedAt()).isEqualTo(Instant.parse("2025-02-01T00:00:00Z"));
    }

    @Test
    void aTypeCanStandInAColumnAndSomeRowsCanBeNoneOfThePopulation() {
        ImportReceipt receipt = read(
                SIMPLE.replace(
                        "type: a.b",
                        "type: {column: Event, values: {TERM: hr.terminated, HIRE: hr.hired}, ignore: [MOVE]}"),
                """
                ID,When,Event
                1,2025-01-01T00:00:00Z,TERM
                2,2025-01-02T00:00:00Z,HIRE
                3,2025-01-03T00:00:00Z,MOVE
                4,2025-01-04T00:00:00Z,term
                5,2025-01-05T00:00:00Z,
                """);

        assertThat(Folder.rows(evidence)).extracting(Evidence::type).containsExactly("hr.terminated", "hr.hired");
        assertThat(receipt.outOfScope()).isEqualTo(1);
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E023", "SOC2-E024");
        assertThat(receipt.read()).isEqualTo(5);
        assertThat(receipt.types()).containsExactlyInAnyOrder("hr.terminated", "hr.hired");
        assertThat(Folder.populations(evidence)).hasSize(2).allSatisfy(population -> {
            assertThat(population.attribute("complete")).contains(AttributeValue.of(false));
            assertThat(population.attribute("rejected")).contains(AttributeValue.of(2));
            assertThat(population.attribute("outOfScope")).contains(AttributeValue.of(1));
            assertThat(population.attribute("rows")).contains(AttributeValue.of(1));
        });
    }

    @Test
    void cellsBecomeValuesOfTheTypeThatTheMappingNames() {
        assertThat(value("{column: A, type: int}", "-42")).isEqualTo(AttributeValue.of(-42));
        assertThat(value("{column: A, type: decimal}", "99.90")).isEqualTo(AttributeValue.of(new BigDecimal("99.9")));
        assertThat(value("{column: A, type: bool}", "Yes")).isEqualTo(AttributeValue.of(true));
        assertThat(value("{column: A, type: bool}", "0")).isEqualTo(AttributeValue.of(false));
        assertThat(value("{column: A, type: list}", "a; b;;c "))
                .isEqualTo(AttributeValue.texts(List.of("a", "b", "c")));
        assertThat(value("{column: A, type: list, separator: '|'}", "a|b"))
                .isEqualTo(AttributeValue.texts(List.of("a", "b")));
        assertThat(value("{column: A, type: timestamp}", "2025-03-01T09:30:00+01:00"))
                .isEqualTo(AttributeValue.of("2025-03-01T08:30:00Z"));
        assertThat(value("{column: A, values: {Y: true, N: false}}", "Y")).isEqualTo(AttributeValue.of(true));
        assertThat(value("{constant: 7}", "x")).isEqualTo(AttributeValue.of(7));
        assertThat(value("{constant: [a, b]}", "x")).isEqualTo(AttributeValue.texts(List.of("a", "b")));
    }

    private AttributeValue value(String rule, String cell) {
        InMemoryEvidence own = new InMemoryEvidence();
        Path file = folder.write("v.csv", "ID,When,A\n1,2025-01-01T00:00:00Z,\"" + cell + "\"\n");
        Importers.csv(Folder.mapping(SIMPLE + "attributes: {a: " + rule + "}\n"))
                .importInto(own, file);
        return Folder.rows(own).get(0).attribute("a").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{column: A, type: int}' | 1.5",
                "'{column: A, type: int}' | '1,000'",
                "'{column: A, type: int}' | 0x10",
                "'{column: A, type: decimal}' | '1,5'",
                "'{column: A, type: decimal}' | 1e9",
                "'{column: A, type: bool}' | perhaps",
                "'{column: A, values: {Y: true}}' | Z",
                "'{column: A, type: timestamp}' | 2025-03-01"
            })
    void aCellThatIsNotOfItsTypeIsRejected(String rule, String cell) {
        ImportReceipt receipt = cell(rule, "\"" + cell + "\"");

        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.location().column()).isEqualTo(24);
            assertThat(issue.code()).isIn("SOC2-E022", "SOC2-E023");
            assertThat(issue.render()).doesNotContain("perhaps");
        });
    }

    @Test
    void anEmptyCellIsAnAbsentAttribute() {
        cell("{column: A, type: int}", "  ");

        assertThat(only().attributes()).isEmpty();
    }

    @Test
    void cellsThatLookLikeFormulasAreDataAndKeptAsTheyAre() {
        cell("A", "\"=HYPERLINK(\"\"http://x\"\")\"");

        assertThat(only().text("a")).contains("=HYPERLINK(\"http://x\")");
    }

    @Test
    void tablesWithoutHeaderNameTheirColumnsByNumber() {
        read(
                "header: false\ndelimiter: ;\nquote: \"'\"\ntype: a.b\nid: 1\nsubject: 2\noccurredAt: 3\nattributes: {n: 4}\n",
                "1;'s;1';2025-01-01T00:00:00Z;x\n2;t;2025-01-01T00:00:00Z;y\n");

        assertThat(Folder.rows(evidence)).extracting(Evidence::subject).containsExactly("s;1", "t");
    }

    @Test
    void anotherCharsetIsReadWhenTheMappingNamesIt() {
        byte[] latin = "ID,When,A\n1,2025-01-01T00:00:00Z,Zo\u00eb \u20ac\n".getBytes(Charset.forName("windows-1252"));

        read("charset: windows-1252\n" + SIMPLE + "attributes: {a: A}\n", latin);

        assertThat(only().text("a")).contains("Zo\u00eb \u20ac");
        assertThat(read(SIMPLE, latin).rejected()).extracting(Issue::code).containsExactly("SOC2-E026");
    }

    @Test
    void theMarkThatSpreadsheetProgramsWriteIsPassedOver() {
        read(SIMPLE, "\uFEFFID,When\r\n1,2025-01-01T00:00:00Z\r\n");

        assertThat(only().id()).isEqualTo("1");
    }

    @Test
    void anIdThatStandsTwiceWithOtherContentIsRejected() {
        ImportReceipt receipt = read(SIMPLE, "ID,When\n1,2025-01-01T00:00:00Z\n1,2025-01-02T00:00:00Z\n");

        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-E004");
            assertThat(issue.location().line()).isEqualTo(3);
            assertThat(issue.what()).contains("leavers.csv:2");
        });
    }

    @Test
    void aRowWithSeveralFaultsIsOneRejectionThatTellsAll() {
        ImportReceipt receipt = read(SIMPLE + "required: [Dept]\n", "ID,When,Dept\n,soon,\n");

        assertThat(receipt.rejectedCount()).isEqualTo(1);
        assertThat(receipt.rejected().get(0).what()).contains("'Dept'", "'ID'", "'When'");
    }

    @Test
    void aHeaderThatDoesNotFitIsOneRejectionThatTellsAllColumns() {
        ImportReceipt receipt = read(SIMPLE + "attributes: {a: A}\n", "ID,Other,ID\n1,2,3\n");

        assertThat(Folder.rows(evidence)).isEmpty();
        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-E025");
            assertThat(issue.what()).contains("'ID' stands twice", "no column 'When'", "no column 'A'");
        });
    }

    @Test
    void unknownColumnsAreRefusedOnlyWhenTheMappingSaysSo() {
        String csv = "ID,When,Phone\n1,2025-01-01T00:00:00Z,555\n";

        assertThat(read(SIMPLE + "rejectUnknownColumns: true\n", csv).rejected())
                .extracting(Issue::code)
                .containsExactly("SOC2-E025");
        assertThat(read(SIMPLE + "rejectUnknownColumns: true\nattributes: {Phone: {drop: true}}\n", csv)
                        .isComplete())
                .isTrue();
        assertThat(only().attributes()).isEmpty();
    }

    @Test
    void aRecordThatCannotBeIsRejected() {
        ImportReceipt receipt = read(
                SIMPLE.replace("type: a.b", "type: {column: Type}"),
                "ID,When,Type\n1,2025-01-01T00:00:00Z,Not A Type\n2,1600-01-01T00:00:00Z,a.b\n" + "x".repeat(2_000)
                        + ",2025-01-01T00:00:00Z,a.b\n");

        assertThat(receipt.rejected())
                .extracting(Issue::code)
                .containsOnly("SOC2-E027")
                .hasSize(3);
    }
}
