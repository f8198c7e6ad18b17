package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvHostileTest {

    private static final String MAPPING = "type: a.b\nid: ID\nsubject: ID\noccurredAt: When\nattributes: {n: Note}\n";
    private static final String HEADER = "ID,When,Note\n";

    @TempDir
    Path temporary;

    private Folder folder;
    private final InMemoryEvidence evidence = new InMemoryEvidence();

    @BeforeEach
    void open() {
        folder = new Folder(temporary);
    }

    private static String row(int id, String note) {
        return id + ",2025-01-01T00:00:00Z," + note + "\n";
    }

    private ImportReceipt read(byte[] csv) {
        return Importers.csv(Folder.mapping(MAPPING)).importInto(evidence, folder.write("a.csv", csv));
    }

    private ImportReceipt read(String csv) {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRowWithTextBehindAClosingQuoteIsRejectedAndTheNextOneRead() {
        ImportReceipt receipt = read(HEADER + row(1, "\"a\"b") + row(2, "ok"));

        assertThat(Folder.rows(evidence)).extracting(Evidence::id).containsExactly("2");
        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-E020");
            assertThat(issue.location().line()).isEqualTo(2);
            // 1,2025-01-01T00:00:00Z, has 23 characters, "a" three more.
            assertThat(issue.location().column()).isEqualTo(27);
        });
    }

    @Test
    void aQuoteThatIsNeverClosedHidesNoRowsInSilence() {
        ImportReceipt receipt = read(HEADER + row(1, "x") + row(2, "\"open") + row(3, "y") + row(4, "z"));

        // What stands in an open quote may be anything; rows are not made of it.
        assertThat(Folder.rows(evidence)).extracting(Evidence::id).containsExactly("1");
        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-E020");
            assertThat(issue.location().line()).isEqualTo(3);
            assertThat(issue.location().column()).isEqualTo(24);
            assertThat(issue.what()).contains("nothing from here to the end of the file, line 6, was read as rows");
        });
        assertThat(Folder.populations(evidence).get(0).attribute("complete")).contains(AttributeValue.of(false));
    }

    @Test
    void aQuoteBombEndsAtTheLimitAndTheRowBehindItIsRead() {
        String bomb = "\"" + "\"\"\n".repeat(1_000_000) + "\"";

        ImportReceipt receipt = read(HEADER + row(1, bomb) + row(2, "ok"));

        assertThat(Folder.rows(evidence)).extracting(Evidence::id).containsExactly("2");
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E003");
        assertThat(Folder.rows(evidence)
                        .get(0)
                        .provenance()
                        .orElseThrow()
                        .origin()
                        .line())
                .isEqualTo(1_000_003);
    }

    @Test
    void aHeaderOfTenThousandColumnsIsRefused() {
        String header = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        ImportReceipt receipt = read(header + "\n" + row(1, "x"));

        assertThat(Folder.rows(evidence)).isEmpty();
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E021");
    }

    @Test
    void aRowOfTenThousandCellsIsRejected() {
        ImportReceipt receipt = read(HEADER + ",".repeat(10_000) + "x\n" + row(2, "ok"));

        assertThat(Folder.rows(evidence)).extracting(Evidence::id).containsExactly("2");
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E021");
    }

    @Test
    void rowsThatAreTooShortOrTooLongAreRejected() {
        ImportReceipt receipt = read(HEADER + "1,2025-01-01T00:00:00Z\n" + row(2, "a,b") + row(3, "ok"));

        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E021", "SOC2-E021");
        assertThat(receipt.rejected().get(0).what()).contains("2 cells", "3 columns");
    }

    @Test
    void aBrokenHeaderMakesNoRowTheHeader() {
        ImportReceipt receipt = read("\"ID\"x,When,Note\nID,When,Note\n" + row(1, "x"));

        assertThat(Folder.rows(evidence)).isEmpty();
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E020");
    }

    @Test
    void nulAndBytesThatAreNoUtf8CostTheirRowOnly() {
        byte[] csv = (HEADER + row(1, "\u0000") + row(2, "#") + row(3, "ok")).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < csv.length; i++) {
            csv[i] = csv[i] == '#' ? (byte) 0xFF : csv[i];
        }

        ImportReceipt receipt = read(csv);

        assertThat(Folder.rows(evidence)).extracting(Evidence::id).containsExactly("3");
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E026", "SOC2-E026");
        assertThat(receipt.rejected())
                .extracting(issue -> issue.location().line())
                .containsExactly(2, 3);
    }

    @Test
    void utf16AndArchivesAreRefusedAsFiles() {
        assertThat(read((HEADER + row(1, "x")).getBytes(StandardCharsets.UTF_16))
                        .rejected())
                .extracting(Issue::code)
                .containsExactly("SOC2-E002");
        assertThat(read("PK\u0003\u0004...").rejected()).extracting(Issue::code).containsExactly("SOC2-E002");
    }

    @Test
    void anEmptyFileHasNoHeaderAndAHeaderAloneIsAnEmptyTable() {
        assertThat(read("").rejected()).extracting(Issue::code).containsExactly("SOC2-E025");
        assertThat(read("\n\n").rejected()).extracting(Issue::code).containsExactly("SOC2-E025");

        ImportReceipt receipt = read(HEADER);

        assertThat(receipt.read()).isZero();
        // Nothing tells which time an empty table speaks about, so that it proves nothing.
        assertThat(Folder.populations(evidence)).isEmpty();
    }

    @Test
    void rowsWithoutAnyContentAreNoRows() {
        assertThat(read(HEADER + "\n,,\n  \n" + row(1, "x") + ",,\n").read()).isEqualTo(1);
    }

    @Test
    void everyKindOfLineEndEndsARow() {
        read("ID,When,Note\r1,2025-01-01T00:00:00Z,x\r\n2,2025-01-01T00:00:00Z,y\n3,2025-01-01T00:00:00Z,z");

        assertThat(Folder.rows(evidence)).extracting(Evidence::id).containsExactly("1", "2", "3");
        assertThat(Folder.rows(evidence))
                .extracting(row -> row.provenance().orElseThrow().origin().line())
                .containsExactly(2, 3, 4);
    }
}
