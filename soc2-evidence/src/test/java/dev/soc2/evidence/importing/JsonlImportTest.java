package dev.soc2.evidence.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlImportTest {

    private static final String ONE = line("1");
    private static final String TWO = line("2");

    @TempDir
    Path temporary;

    private Folder folder;
    private final InMemoryEvidence evidence = new InMemoryEvidence();

    @BeforeEach
    void open() {
        folder = new Folder(temporary);
    }

    private static String line(String id) {
        return "{\"id\":\"" + id + "\",\"type\":\"hr.hired\",\"subject\":\"s\","
                + "\"occurredAt\":\"2025-01-01T00:00:00Z\",\"source\":\"hris\"}";
    }

    private ImportReceipt read(byte[] bytes) {
        return Importers.jsonl().importInto(evidence, folder.write("a.jsonl", bytes));
    }

    private ImportReceipt read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> ids() {
        return evidence.records().stream().map(Evidence::id).toList();
    }

    @Test
    void recordsBeforeAndBehindABadLineStay() {
        ImportReceipt receipt = read(ONE + "\n{\"id\":\"bad\"}\n" + TWO + "\n");

        assertThat(ids()).containsExactly("1", "2");
        assertThat(receipt.read()).isEqualTo(3);
        assertThat(receipt.stored()).isEqualTo(2);
        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.location().line()).isEqualTo(2);
            assertThat(issue.code()).isEqualTo("SOC2-D020");
            assertThat(issue.what()).contains("'type'", "'subject'", "'occurredAt'", "'source'");
            assertThat(issue.fix()).contains("add 'type'");
        });
        assertThat(evidence.receipts()).containsExactly(receipt);
    }

    @Test
    void aLastLineWithoutLineEndIsReadWhenItIsComplete() {
        assertThat(read(ONE + "\n" + TWO).isComplete()).isTrue();
        assertThat(ids()).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 90})
    void aFileThatBreaksOffInALineSaysSoAndKeepsNothingOfIt(int cut) {
        ImportReceipt receipt = read(ONE + "\n" + TWO.substring(0, cut));

        assertThat(ids()).containsExactly("1");
        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-E005");
            assertThat(issue.location().line()).isEqualTo(2);
            assertThat(issue.what()).contains("breaks off in the middle of a line");
        });
    }

    @Test
    void aFileThatBreaksOffInACharacterSaysSoToo() {
        byte[] whole = ONE.replace("\"s\"", "\"é\"").getBytes(StandardCharsets.UTF_8);
        int cut = new String(whole, StandardCharsets.ISO_8859_1).indexOf('Ã') + 1;

        assertThat(read(Arrays.copyOf(whole, cut)).rejected())
                .extracting(Issue::code)
                .containsExactly("SOC2-E005");
    }

    @Test
    void aBadLineInTheMiddleIsNoFileThatBreaksOff() {
        assertThat(read("{\"id\":\n" + ONE + "\n").rejected())
                .extracting(Issue::code)
                .containsExactly("SOC2-D001");
    }

    @Test
    void blankLinesAndWindowsLineEndsMeanNothing() {
        ImportReceipt receipt = read("\r\n" + ONE + "\r\n  \t\r\n\n" + TWO + "\r\n");

        assertThat(receipt.read()).isEqualTo(2);
        assertThat(ids()).containsExactly("1", "2");
        assertThat(evidence.records().get(1).provenance().orElseThrow().origin().line())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void otherEncodingsAreRefusedAsAFile(String charset) {
        ImportReceipt receipt = read((ONE + "\n" + TWO + "\n").getBytes(Charset.forName(charset)));

        assertThat(ids()).isEmpty();
        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("SOC2-E002");
            assertThat(issue.what()).contains("UTF-16 or UTF-32");
        });
    }

    @Test
    void aByteOrderMarkIsRefusedWithAClearText() {
        assertThat(read("\uFEFF" + ONE + "\n").rejected())
                .singleElement()
                .extracting(Issue::what)
                .asString()
                .contains("byte order mark");
    }

    @Test
    void anArchiveNamedLikeEvidenceIsRefusedForWhatItIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../evidence.jsonl"));
            zip.write(ONE.getBytes(StandardCharsets.UTF_8));
        }

        ImportReceipt receipt = read(bytes.toByteArray());

        assertThat(receipt.rejected())
                .singleElement()
                .extracting(Issue::what)
                .asString()
                .contains("ZIP archive");
        assertThat(receipt.read()).isEqualTo(1);
    }

    @Test
    void aLineOfTwoMegabytesIsRefusedAndTheNextOneRead() {
        String huge = ONE.replace("\"s\"", "\"" + "x".repeat(2_000_000) + "\"");

        ImportReceipt receipt = read(huge + "\n" + TWO + "\n" + huge);

        assertThat(ids()).containsExactly("2");
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-E003", "SOC2-E003");
        assertThat(receipt.rejected()).extracting(i -> i.location().line()).containsExactly(1, 3);
    }

    @Test
    void hostileLinesCostNoMoreThanThemselves() {
        String nested = "{\"a\":".repeat(100_000);
        String nul = ONE.replace("\"s\"", "\"\u0000\"");
        String twice = ONE.replace("\"subject\"", "\"id\":\"9\",\"subject\"");
        String number = ONE.replace("\"s\"", "\"s\",\"attributes\":{\"n\":1e999999999}");

        ImportReceipt receipt = read(nested + "\n" + nul + "\n" + twice + "\n" + number + "\n" + TWO + "\n");

        assertThat(ids()).containsExactly("2");
        assertThat(receipt.rejected())
                .extracting(Issue::code)
                .containsExactly("SOC2-D005", "SOC2-D001", "SOC2-D006", "SOC2-D008");
    }

    @Test
    void aThousandRejectionsAreListedAndAllAreCounted() {
        ImportReceipt receipt = read("x\n".repeat(1_500));

        assertThat(receipt.rejected()).hasSize(1_000);
        assertThat(receipt.rejectedCount()).isEqualTo(1_500);
        assertThat(receipt.read()).isEqualTo(1_500);
    }

    @Test
    void anIdWithOtherContentInAnotherFileIsRefusedWithBothPlaces() {
        folder.write("in/a.jsonl", ONE + "\n");
        folder.write("in/b.jsonl", ONE.replace("hr.hired", "hr.moved") + "\n" + ONE + "\n");

        ImportReceipt receipt = Importers.jsonl().importInto(evidence, temporary.resolve("in"));

        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(receipt.rejected()).singleElement().satisfies(issue -> {
            assertThat(issue.location().document()).endsWith("in/b.jsonl");
            assertThat(issue.what()).contains("in/a.jsonl:1");
        });
        assertThat(receipt.sha256()).isEmpty();
    }

    @Test
    void progressTellsEachFileFromItsStartToItsEnd() {
        List<String> told = new ArrayList<>();
        Path file = folder.write("a.jsonl", ONE + "\n");

        Importers.jsonl().importInto(evidence, file, new ImportProgress() {
            @Override
            public void started(String name, long bytes) {
                told.add("started " + bytes);
            }

            @Override
            public void advanced(String name, long bytes) {
                told.add("advanced " + bytes);
            }

            @Override
            public void finished(String name) {
                told.add("finished");
            }
        });

        long size = ONE.length() + 1L;
        assertThat(told).containsExactly("started " + size, "advanced " + size, "finished");
    }

    @Test
    void evidenceInItsOwnFormGetsNoPopulationRecord() {
        read(ONE + "\n");

        assertThat(Folder.populations(evidence)).isEmpty();
    }
}
