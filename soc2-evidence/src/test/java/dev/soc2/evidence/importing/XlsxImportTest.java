package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxImportTest {

    private static final String MAPPING = """
            zone: America/New_York
            source: hris
            type: hr.terminated
            id: ID
            subject: ID
            occurredAt: {column: Last Day, format: dd/MM/uuuu, at: END_OF_DAY}
            attributes: {hours: {column: Hours, type: DECIMAL}, remote: {column: Remote, type: BOOL}, note: Note}
            """;
    private static final String HEADER =
            "<row r=\"1\">" + texts(1, "ID", "Last Day", "Hours", "Remote", "Note") + "</row>";

    @TempDir
    Path temporary;

    private final InMemoryEvidence evidence = new InMemoryEvidence();

    private static String texts(int row, String... texts) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            cells.append(text((char) ('A' + i) + Integer.toString(row), texts[i]));
        }
        return cells.toString();
    }

    private static String text(String cell, String text) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private ImportReceipt read(String mapping, WorkbookParts workbook) {
        return read(Importers.xlsx(Folder.mapping(mapping)), workbook.bytes());
    }

    private ImportReceipt read(EvidenceImporter importer, byte[] workbook) {
        return importer.importInto(evidence, new Folder(temporary).write("leavers.xlsx", workbook));
    }

    private Evidence only() {
        assertThat(Folder.rows(evidence)).hasSize(1);
        return Folder.rows(evidence).get(0);
    }

    private String valueOf(String cell) {
        read(
                MAPPING,
                WorkbookParts.of(
                        HEADER + "<row r=\"2\">" + text("A2", "u1") + text("B2", "01/03/2025") + cell + "</row>"));
        return only().text("note").orElse("-");
    }

    @Test
    void cellsOfEveryKindAreReadAsTheirTypesSay() throws IOException {
        Path file = temporary.resolve("leavers.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Leavers");
            sheet.value(0, 0, "exported on Monday");
            List<String> names = List.of("ID", "Last Day", "Hours", "Remote", "Note");
            for (int i = 0; i < names.size(); i++) {
                sheet.value(2, i, names.get(i));
            }
            sheet.value(3, 0, "u1042");
            sheet.value(3, 1, LocalDate.of(2025, 3, 1));
            sheet.style(3, 1).format("yyyy-MM-dd").set();
            sheet.value(3, 2, new BigDecimal("37.5"));
            sheet.value(3, 3, true);
            sheet.value(3, 4, "left <early> & \"happy\"");
        }

        ImportReceipt receipt =
                Importers.xlsx(Folder.mapping("skipLines: 2\n" + MAPPING)).importInto(evidence, file);

        assertThat(receipt.rejected()).isEmpty();
        // The day ends in New York at 05:00 UTC of the next one, winter time.
        assertThat(only().occurredAt()).isEqualTo(Instant.parse("2025-03-02T04:59:59.999999999Z"));
        assertThat(only().subject()).isEqualTo("u1042");
        assertThat(only().attributes())
                .isEqualTo(Map.of(
                        "hours", AttributeValue.of(new BigDecimal("37.5")),
                        "remote", AttributeValue.of(true),
                        "note", AttributeValue.of("left <early> & \"happy\"")));
        assertThat(only().provenance().orElseThrow().importer()).isEqualTo("XLSX");
        assertThat(only().provenance().orElseThrow().origin().line()).isEqualTo(4);
        assertThat(only().provenance().orElseThrow().origin().path()).isEqualTo("Leavers");
    }

    @Test
    void timesAreReadByTheirNumberFormatAndNotByTheMappingsPattern() throws IOException {
        Path file = temporary.resolve("leavers.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Leavers");
            sheet.value(0, 0, "ID");
            sheet.value(0, 1, "When");
            sheet.value(1, 0, "a");
            sheet.value(1, 1, LocalDateTime.of(2025, 7, 4, 17, 30, 15));
            sheet.style(1, 1).format("dd.mm.yyyy hh:mm").set();
        }

        Importers.xlsx(Folder.mapping("""
                        zone: Europe/Berlin
                        type: a.b
                        id: ID
                        subject: ID
                        occurredAt: {column: When, format: dd/MM/uuuu, at: END_OF_DAY}
                        """)).importInto(evidence, file);

        // Berlin is two hours ahead in July.
        assertThat(only().occurredAt()).isEqualTo(Instant.parse("2025-07-04T15:30:15Z"));
    }

    @Test
    void numbersStayAsTheyAreWritten() {
        assertThat(valueOf("<c r=\"E2\"><v>9007199254740993</v></c>")).isEqualTo("9007199254740993");
    }

    @Test
    void numbersWithExponentsAreWrittenOut() {
        assertThat(valueOf("<c r=\"E2\"><v>1.5E-3</v></c>")).isEqualTo("0.0015");
    }

    @Test
    void sharedTextsWithRunsAreOneTextWithoutTheirReadings() {
        String row = "<row r=\"2\">" + text("A2", "u1") + text("B2", "01/03/2025")
                + "<c r=\"E2\" t=\"s\"><v>1</v></c></row>";
        read(
                MAPPING,
                WorkbookParts.of(HEADER + row)
                        .texts("<si><t>other</t></si><si><r><rPr><b/></rPr><t>two </t></r><r><t>runs_x0041_</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>READING</t></rPh></si>"));

        assertThat(only().text("note")).contains("two runsA");
    }

    @Test
    void bothEpochsAreRead() {
        // Known pairs: 36526 is 1 January 2000 by the epoch of 1900, 35064 by that of 1904 (1,462 days less).
        assertThat(valueOf("<c r=\"E2\" s=\"2\"><v>36526</v></c>")).isEqualTo("2000-01-01");
        InMemoryEvidence other = new InMemoryEvidence();
        String row = "<row r=\"2\">" + text("A2", "u1") + text("B2", "01/03/2025")
                + "<c r=\"E2\" s=\"2\"><v>35064</v></c></row>";
        Importers.xlsx(Folder.mapping(MAPPING))
                .importInto(
                        other,
                        new Folder(temporary)
                                .write(
                                        "mac.xlsx",
                                        WorkbookParts.of(HEADER + row)
                                                .workbook(
                                                        "<workbookPr date1904=\"1\"/>",
                                                        "<sheet name=\"People\" sheetId=\"1\" r:id=\"s1\"/>")
                                                .bytes()));
        assertThat(Folder.rows(other).get(0).text("note")).contains("2000-01-01");
    }

    @Test
    void timesAreToldToTheMillisecond() {
        // 0.75 of a day is 18 hours.
        assertThat(valueOf("<c r=\"E2\" s=\"3\"><v>45717.75</v></c>")).isEqualTo("2025-03-01T18:00:00");
    }

    @Test
    void theLastHalfMillisecondOfADayIsTheNextDay() {
        assertThat(valueOf("<c r=\"E2\" s=\"3\"><v>45717.999999999999</v></c>")).isEqualTo("2025-03-02T00:00:00");
    }

    @Test
    void elapsedHoursAreANumber() {
        assertThat(valueOf("<c r=\"E2\" s=\"4\"><v>1.5</v></c>")).isEqualTo("1.5");
    }

    @Test
    void aTimeOfDayHasNoDay() {
        assertThat(valueOf("<c r=\"E2\" s=\"5\"><v>0.5</v></c>")).isEqualTo("12:00:00");
    }

    @Test
    void theDayThatNeverWasIsRefused() {
        // 60 is 29 February 1900 in the epoch of 1900, which was no leap year.
        ImportReceipt receipt = read(
                MAPPING,
                WorkbookParts.of(
                        HEADER + "<row r=\"2\">" + text("A2", "u1") + "<c r=\"B2\" s=\"2\"><v>60</v></c></row>"));

        assertThat(receipt.rejected()).hasSize(1);
        assertThat(receipt.rejected().get(0).code()).isEqualTo("SOC2-E022");
        assertThat(receipt.rejected().get(0).location().path()).isEqualTo("People!B2");
    }

    @Test
    void formulasAreTheirStoredValuesAndAreCounted() {
        String row = "<row r=\"2\">" + text("A2", "u1") + text("B2", "01/03/2025")
                + "<c r=\"C2\"><f>SUM(X1:X9)</f><v>12</v></c><c r=\"E2\" t=\"str\"><f>A1&amp;\"x\"</f><v>joined</v></c></row>";

        ImportReceipt receipt = read(MAPPING, WorkbookParts.of(HEADER + row));

        assertThat(only().text("note")).contains("joined");
        assertThat(receipt.notes()).isEqualTo(Map.of("formulas", 2L));
        assertThat(Folder.populations(evidence).get(0).attribute("notes"))
                .contains(AttributeValue.of(Map.of("formulas", AttributeValue.of(2))));
    }

    @Test
    void errorsAndFormulasWithoutAValueRefuseTheirRow() {
        ImportReceipt receipt = read(
                MAPPING,
                WorkbookParts.of(HEADER + "<row r=\"2\">" + text("A2", "u1") + text("B2", "01/03/2025")
                        + "<c r=\"E2\" t=\"e\"><f>X1</f><v>#REF!</v></c></row><row r=\"3\">" + text("A3", "u2")
                        + "<c r=\"B3\"><f>TODAY()</f></c></row><row r=\"4\">" + text("A4", "u3")
                        + text("B4", "01/03/2025") + "</row>"));

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.rejected())
                .extracting(issue -> issue.location().path() + " " + issue.what())
                .containsExactly(
                        "People!E2 column 'Note': the cell holds the error #REF!",
                        "People!B3 column 'Last Day': the formula has no stored value");
        assertThat(Folder.populations(evidence).get(0).attribute("complete")).contains(AttributeValue.of(false));
    }

    @Test
    void hiddenRowsAndSheetsAreReadAndTold() {
        String row = "<row r=\"2\" hidden=\"1\">" + text("A2", "u1") + text("B2", "01/03/2025") + "</row>";

        ImportReceipt receipt = read(
                MAPPING,
                WorkbookParts.sheet("<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols><sheetData>" + HEADER + row
                                + "</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
                        .workbook("", "<sheet name=\"People\" sheetId=\"1\" state=\"veryHidden\" r:id=\"s1\"/>"));

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.notes())
                .isEqualTo(Map.of("hiddenRows", 1L, "hiddenColumns", 2L, "hiddenSheets", 1L, "mergedRanges", 1L));
    }

    @Test
    void mergedCellsHoldTheirValueOnceSoThatTheOthersAreEmpty() {
        ImportReceipt receipt = read(
                MAPPING,
                WorkbookParts.sheet("<sheetData>" + HEADER + "<row r=\"2\">" + text("A2", "u1")
                        + text("B2", "01/03/2025") + "</row><row r=\"3\"><c r=\"A3\"/>" + text("B3", "02/03/2025")
                        + "</row></sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"));

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.rejected())
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo("SOC2-E024"));
    }

    @Test
    void aSheetIsChosenByNameOrNumberAndNeverGuessed() throws IOException {
        Path file = temporary.resolve("two.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (String name : List.of("First", "Second")) {
                Worksheet sheet = workbook.newWorksheet(name);
                sheet.value(0, 0, "ID");
                sheet.value(0, 1, "When");
                sheet.value(1, 0, name);
                sheet.value(1, 1, "2025-01-01T00:00:00Z");
            }
        }
        String mapping = "type: a.b\nid: ID\nsubject: ID\noccurredAt: When\n";

        ImportReceipt none = Importers.xlsx(Folder.mapping(mapping)).importInto(evidence, file);
        assertThat(none.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-E071");
            assertThat(issue.fix()).contains("'First', 'Second'");
        });
        Importers.xlsx(Folder.mapping(mapping), "Second", Export.UNKNOWN).importInto(evidence, file);
        assertThat(only().id()).isEqualTo("Second");

        AttributeValue inline = AttributeValue.of(Map.of(
                "type", AttributeValue.of("a.b"),
                "id", AttributeValue.of("ID"),
                "subject", AttributeValue.of("ID"),
                "occurredAt", AttributeValue.of("When")));
        InMemoryEvidence numbered = new InMemoryEvidence();
        Importers.of("XLSX", ImportOptions.NONE.with("mapping", inline).with("sheet", AttributeValue.of(1)))
                .importInto(numbered, file);
        assertThat(Folder.rows(numbered)).extracting(Evidence::id).containsExactly("First");
        assertThat(Folder.populations(numbered).get(0).text("query").orElseThrow())
                .startsWith("XLSX mapping sha256:")
                .endsWith(" sheet #1");
    }

    @Test
    void aRowThatIsMovedOrSavedAgainIsTheSameRecord() {
        String mapping = MAPPING.replace("id: ID\n", "");
        read(mapping, WorkbookParts.of(HEADER + "<row r=\"2\">" + texts(2, "u1", "01/03/2025") + "</row>"));
        String first = only().id();

        ImportReceipt again = read(
                mapping,
                WorkbookParts.of(HEADER + "<row r=\"7\"><c r=\"A7\" t=\"s\"><v>0</v></c><c r=\"B7\" s=\"1\" t=\"s\">"
                                + "<v>1</v></c><c r=\"E7\"/></row>")
                        .texts("<si><t>u1</t></si><si><t>01/03/2025</t></si>"));

        assertThat(again.duplicates()).isEqualTo(1);
        assertThat(only().id()).isEqualTo(first);
    }

    @Test
    void contentBehindTheLastColumnRefusesTheRow() {
        ImportReceipt receipt = read(
                MAPPING,
                WorkbookParts.of(HEADER + "<row r=\"2\">" + text("A2", "u1") + text("B2", "01/03/2025")
                        + text("G2", "stray") + "</row>"));

        assertThat(receipt.rejected())
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo("SOC2-E021"));
    }

    @Test
    void theAttestationSheetOfAScannerGivesItsNineRows() throws IOException {
        // Counted with: unzip -p F xl/worksheets/sheet1.xml | grep -o '<row ' | wc -l gives 10, the header among them;
        // unzip -p F xl/worksheets/sheet1.xml | grep -o '<v>401769</v>' | wc -l gives 4, which is 31 December 2999:
        // python3 -c "import datetime; print(datetime.date(1899,12,30)+datetime.timedelta(401769))". No record is that
        // late.
        try (InputStream in = XlsxImportTest.class.getResourceAsStream(
                "/data/mitre-heimdall-hdf/attestations_xlsxInputFormat.xlsx")) {
            ImportReceipt receipt = read(Importers.xlsx(Folder.mapping("""
                            zone: UTC
                            type: control.test
                            subject: Control_ID
                            occurredAt: {column: Updated, at: START_OF_DAY}
                            actor: Updated_By
                            attributes: {status: Status, frequency: Frequency, explanation: Explanation}
                            """)), in.readAllBytes());

            assertThat(receipt.read()).isEqualTo(9);
            assertThat(receipt.stored()).isEqualTo(5);
            assertThat(receipt.rejected())
                    .hasSize(4)
                    .allSatisfy(issue -> assertThat(issue.code()).isEqualTo("SOC2-E027"));
            // 36161 is 1 January 1999.
            assertThat(Folder.rows(evidence))
                    .extracting(Evidence::subject, record -> record.occurredAt().toString())
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("SV-230223", "1999-01-01T00:00:00Z"),
                            org.assertj.core.groups.Tuple.tuple("SV-230223", "1999-01-01T00:00:00Z"),
                            org.assertj.core.groups.Tuple.tuple("SV-230221", "1999-01-01T00:00:00Z"),
                            org.assertj.core.groups.Tuple.tuple("SV-230222", "1999-01-01T00:00:00Z"),
                            org.assertj.core.groups.Tuple.tuple("V-73166", "2024-03-21T22:17:52.761Z"));
        }
    }
}
