package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that no spreadsheet program writes: each is refused with a code, and quickly. */
@Timeout(20)
class XlsxHostileTest {

    private static final String ROWS = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>ID</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>When</t></is></c></row>" + row(2);

    @TempDir
    Path temporary;

    private final InMemoryEvidence evidence = new InMemoryEvidence();

    private static String row(int number) {
        return "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>" + number + "</v></c><c r=\"B" + number
                + "\" t=\"inlineStr\"><is><t>2025-01-01T00:00:00Z</t></is></c></row>";
    }

    private ImportReceipt read(byte[] workbook) {
        return Importers.xlsx(Folder.mapping("type: a.b\nid: ID\nsubject: ID\noccurredAt: When\n"))
                .importInto(evidence, new Folder(temporary).write("x.xlsx", workbook));
    }

    private void refused(byte[] workbook, String word) {
        ImportReceipt receipt = read(workbook);
        assertThat(receipt.stored()).isZero();
        assertThat(receipt.rejected()).hasSize(1);
        Issue issue = receipt.rejected().get(0);
        assertThat(issue.code()).isEqualTo("SOC2-E070");
        assertThat(issue.what()).contains(word);
        assertThat(issue.fix()).isNotBlank();
    }

    private static WorkbookParts sound() {
        return WorkbookParts.of(ROWS);
    }

    private static int find(byte[] bytes, String text, int from) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = from; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] patched(byte[] bytes, String from, String to) {
        byte[] patched = bytes.clone();
        for (int at = find(bytes, from, 0); at >= 0; at = find(bytes, from, at + 1)) {
            System.arraycopy(to.getBytes(StandardCharsets.ISO_8859_1), 0, patched, at, to.length());
        }
        return patched;
    }

    /** Where the directory's entry of a member begins: 46 bytes before its last name. */
    private static int entry(byte[] bytes, String name) {
        int found = -1;
        for (int at = find(bytes, name, 0); at >= 0; at = find(bytes, name, at + 1)) {
            found = at;
        }
        return found - 46;
    }

    @Test
    void theSoundWorkbookOfTheseTestsIsRead() {
        assertThat(read(sound().bytes()).stored()).isEqualTo(1);
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        refused("ID,When\n1,2\n".getBytes(StandardCharsets.UTF_8), "no ZIP archive");
        refused(new byte[0], "no ZIP archive");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "encrypted");
    }

    @Test
    void aCutArchiveIsRefused() {
        byte[] whole = sound().bytes();
        for (int part = 1; part < 10; part++) {
            refused(Arrays.copyOf(whole, whole.length * part / 10), "");
        }
    }

    @Test
    void everySingleChangedByteLeavesARowOrARefusal() {
        byte[] whole = sound().bytes();
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x55;
            ImportReceipt receipt = read(changed);
            assertThat(receipt.read()).as("byte %s", at).isPositive();
        }
    }

    @Test
    void aDocumentTypeDefinitionIsRefusedInWhateverPart() {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;&b;&b;\">]><a>&c;</a>";
        refused(sound().part("xl/sharedStrings.xml", bomb).bytes(), "document type definition");
        refused(sound().part("docProps/core.xml", bomb).bytes(), "document type definition");
        refused(
                sound().part("xl/worksheets/_rels/sheet1.xml.rels", "<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><r/>")
                        .bytes(),
                "document type definition");
    }

    @Test
    void aPartInUtf16IsRefused() {
        refused(
                sound().part("xl/styles.xml", "<a/>".getBytes(StandardCharsets.UTF_16))
                        .bytes(),
                "not UTF-8");
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreRefused() {
        for (String name :
                new String[] {"../evil.xml", "xl/../../evil", "/etc/passwd", "C:evil", "a\\..\\b", "a/./b"}) {
            refused(sound().part(name, "x".getBytes(StandardCharsets.UTF_8)).bytes(), "leads out of the archive");
        }
    }

    @Test
    void collidingNamesAreRefused() {
        refused(sound().part("XL/Styles.xml", "<a/>").bytes(), "one name");
        byte[] twice = sound().part("xl/stylez.xml", "<a/>").bytes();
        refused(patched(twice, "xl/stylez.xml", "xl/styles.xml"), "one name");
    }

    @Test
    void aMemberWithTwoNamesIsRefused() {
        byte[] bytes = sound().part("xl/other.xml", "<a/>").bytes();
        byte[] patched = bytes.clone();
        System.arraycopy(
                "xl/othez.xml".getBytes(StandardCharsets.UTF_8), 0, patched, entry(bytes, "xl/other.xml") + 46, 12);
        refused(patched, "two names");
    }

    @Test
    void encryptedMembersAreRefused() {
        byte[] bytes = sound().bytes();
        bytes[entry(bytes, "xl/styles.xml") + 8] |= 1;
        refused(bytes, "encrypted");
    }

    @Test
    void overlappingMembersAreRefused() {
        byte[] bytes =
                sound().part("xl/aa.xml", "<a/>").part("xl/bb.xml", "<a/>").bytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int one = entry(bytes, "xl/aa.xml");
        int other = entry(bytes, "xl/bb.xml");
        // Both entries name one place, and its name there fits the first only; so make the names equal but for case.
        buffer.putInt(other + 42, buffer.getInt(one + 42));
        System.arraycopy("xl/aa.xml".getBytes(StandardCharsets.UTF_8), 0, bytes, other + 46, 9);
        refused(bytes, "");
    }

    @Test
    void aMemberThatGrowsTooMuchIsRefused() {
        // 8 MiB of zeros deflate to about 8 kB, a thousandth.
        refused(sound().part("xl/media/a.bin", new byte[8 << 20]).bytes(), "times its size");
    }

    @Test
    void aMemberThatGrowsMuchButStaysSmallIsNot() {
        assertThat(read(sound().part("xl/media/a.bin", new byte[1 << 20]).bytes())
                        .stored())
                .isEqualTo(1);
    }

    @Test
    void aSizeThatIsALieIsRefused() {
        byte[] bytes = sound().part("xl/media/a.bin", new byte[5_000]).bytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(entry(bytes, "xl/media/a.bin") + 24, 10);
        refused(bytes, "not of the size that it says");
    }

    @Test
    void tooManyMembersAreRefused() {
        WorkbookParts many = sound();
        for (int i = 0; i < 2_001; i++) {
            many.part("a/" + i, new byte[0]);
        }
        refused(many.bytes(), "members");
    }

    @Test
    void macrosAreRefusedWhateverTheFileIsCalled() {
        refused(sound().part("xl/vbaProject.bin", new byte[3]).bytes(), "macros");
        refused(
                sound().part(
                                "[Content_Types].xml",
                                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel."
                                        + "sheet.macroEnabled.main+xml\"/></Types>")
                        .bytes(),
                "macros");
        refused(sound().part("xl/workbook.bin", new byte[3]).bytes(), "binary");
    }

    @Test
    void relationsThatLeadElsewhereAreNotFollowed() {
        String outside = "<Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"http://127.0.0.1:9/x.xml\""
                + " TargetMode=\"External\"/>";
        refused(
                sound().part("xl/_rels/workbook.xml.rels", WorkbookParts.relations(outside))
                        .bytes(),
                "lacks a sheet");
        refused(
                sound().part(
                                "xl/_rels/workbook.xml.rels",
                                WorkbookParts.relations(
                                        WorkbookParts.relation("s1", "worksheet", "../../../../etc/passwd")))
                        .bytes(),
                "lacks a part");
    }

    @Test
    void linksToOtherWorkbooksAreToldAndNotFollowed() {
        ImportReceipt receipt = read(sound().part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                .bytes());

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.notes()).containsEntry("externalLinks", 1L);
    }

    @Test
    void anArchiveThatIsNoWorkbookIsRefused() {
        refused(sound().without("xl/workbook.xml").bytes(), "lacks a");
        refused(sound().without("_rels/.rels").bytes(), "lacks a");
        refused(sound().workbook("", "").bytes(), "lacks a sheet");
    }

    @Test
    void aSheetThatBreaksKeepsTheRowsBefore() {
        ImportReceipt receipt =
                read(WorkbookParts.of(ROWS + "<row r=\"3\"><c></row>").bytes());

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E070");
    }

    @Test
    void rowsAndCellsOutOfOrderAreRefusedOneByOne() {
        ImportReceipt receipt = read(WorkbookParts.of(ROWS + row(2)
                        + "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"A3\"><v>1</v></c></row>"
                        + "<row r=\"4\"><c r=\"A9\"><v>1</v></c></row><row r=\"x\"/>" + row(5))
                .bytes());

        assertThat(receipt.stored()).isEqualTo(2);
        assertThat(receipt.rejected())
                .extracting(Issue::code)
                .containsOnly("SOC2-E071")
                .hasSize(4);
    }

    @Test
    void aRowOfTooManyCellsIsRefused() {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < 2_001; i++) {
            cells.append("<c><v>1</v></c>");
        }
        ImportReceipt receipt = read(WorkbookParts.of(ROWS + "<row r=\"3\">" + cells + "</row>" + row(4))
                .bytes());

        assertThat(receipt.stored()).isEqualTo(2);
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E071");
    }

    @Test
    void aCellOfTooManyCharactersIsRefused() {
        String text = "x".repeat(32_768);
        ImportReceipt receipt = read(WorkbookParts.of(
                        ROWS + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>")
                .bytes());

        assertThat(receipt.rejected()).extracting(Issue::what).anyMatch(what -> what.contains("32767"));
    }

    @Test
    void nestingThatIsTooDeepIsRefused() {
        ImportReceipt receipt =
                read(WorkbookParts.of(ROWS + "<row r=\"3\">" + "<x>".repeat(100) + "</x>".repeat(100) + "</row>")
                        .bytes());

        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E070");
    }

    @Test
    void cellsThatLookLikeFormulasAreText() {
        read(WorkbookParts.of(
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>ID</t></is></c><c r=\"B1\" t=\"inlineStr\">"
                                + "<is><t>When</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>=cmd|' /C calc'!A0"
                                + "</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>2025-01-01T00:00:00Z</t></is></c></row>")
                .bytes());

        assertThat(Folder.rows(evidence).get(0).subject()).isEqualTo("=cmd|' /C calc'!A0");
    }
}
