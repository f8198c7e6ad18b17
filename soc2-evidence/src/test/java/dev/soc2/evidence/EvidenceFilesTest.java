package dev.soc2.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFilesTest {

    private static final EvidenceQuery HIRED = new EvidenceQuery(Map.of("hr.hired", Set.of()), Optional.empty());

    @TempDir
    Path folder;

    private static String line(String id, String more) {
        return "{\"id\":\"" + id + "\",\"type\":\"hr.hired\",\"subject\":\"s\",\"occurredAt\":\"2025-01-01T00:00:00Z\","
                + "\"source\":\"hris\"" + more + "}\n";
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> ids(EvidenceFiles files) {
        List<String> ids = new ArrayList<>();
        files.read(HIRED, record -> ids.add(record.id()));
        return ids;
    }

    @Test
    void filesAreReadInTheOrderOfTheirPathsBytesOnEveryReading() throws IOException {
        // By bytes: upper case before lower case, "a/" before "b", and U+FF5E (EF BD 9E) before U+1F600 (F0 9F 98 80).
        write("b.jsonl", line("4", ""));
        write("B.jsonl", line("1", ""));
        write("a/z.jsonl", line("2", ""));
        write("a/z2/x.jsonl", line("3", ""));
        write("\uFF5E.jsonl", line("5", ""));
        write("\uD83D\uDE00.jsonl", line("6", ""));
        write("a/ignored.json", "no evidence");

        EvidenceFiles files = EvidenceFiles.open(folder);

        assertThat(ids(files)).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(ids(files)).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(files.receipts()).hasSize(6).allMatch(ImportReceipt::isComplete);
    }

    @Test
    void refusedRowsAreInTheReceiptsAndNeverDelivered() throws Exception {
        Path file = write(
                "a.jsonl", line("1", "") + "no json\n" + line("1", "") + line("1", ",\"actor\":\"x\"") + line("2", ""));

        EvidenceFiles files = EvidenceFiles.open(file);

        assertThat(ids(files)).containsExactly("1", "2");
        ImportReceipt receipt = files.receipts().get(0);
        assertThat(receipt.read()).isEqualTo(5);
        assertThat(receipt.stored()).isEqualTo(2);
        assertThat(receipt.duplicates()).isEqualTo(1);
        assertThat(receipt.rejectedCount()).isEqualTo(2);
        assertThat(receipt.rejected()).extracting(Issue::code).containsExactly("SOC2-D001", "SOC2-E004");
        // The line that is no JSON could have been of any type.
        assertThat(receipt.types()).isEmpty();
        assertThat(receipt.source()).isEqualTo("hris");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(receipt.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void aFileThatChangedAfterOpeningIsNotReadInSilence() throws IOException {
        Path file = write("a.jsonl", line("1", ""));
        EvidenceFiles files = EvidenceFiles.open(file);

        Files.writeString(file, line("2", ""));

        assertThatThrownBy(() -> ids(files)).isInstanceOf(Soc2Exception.class).hasMessageContaining("SOC2-E008");
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedAndOneToAFileInsideIsFollowed() throws IOException {
        Path inside = write("evidence/a.jsonl", line("1", ""));
        Path outside = write("outside.jsonl", line("2", ""));
        Path evidence = folder.resolve("evidence");
        Files.createSymbolicLink(evidence.resolve("b.jsonl"), inside);
        assertThat(ids(EvidenceFiles.open(evidence))).containsExactly("1");

        Files.createSymbolicLink(evidence.resolve("c.jsonl"), outside);

        assertThatThrownBy(() -> EvidenceFiles.open(evidence))
                .isInstanceOf(Soc2Exception.class)
                .hasMessageContaining("SOC2-E006");
    }

    @Test
    void aLinkToAFolderIsRefusedSoThatLoopsCannotArise() throws IOException {
        write("evidence/a.jsonl", line("1", ""));
        Files.createSymbolicLink(folder.resolve("evidence/loop"), folder.resolve("evidence"));

        assertThatThrownBy(() -> EvidenceFiles.open(folder.resolve("evidence"))).hasMessageContaining("SOC2-E006");
    }

    @Test
    void foldersThatAreNestedTooDeepAreRefused() throws IOException {
        write("d/".repeat(40) + "a.jsonl", line("1", ""));

        assertThatThrownBy(() -> EvidenceFiles.open(folder)).hasMessageContaining("SOC2-E007");
    }

    @Test
    void whatIsMissingIsToldWithItsName() {
        assertThatThrownBy(() -> EvidenceFiles.open(folder.resolve("none.jsonl")))
                .isInstanceOf(Soc2Exception.class)
                .hasMessageContaining("none.jsonl: SOC2-E001");
    }

    @Test
    void anEmptyFolderAndAnEmptyFileHoldNoEvidence() throws IOException {
        assertThat(EvidenceFiles.open(folder).receipts()).isEmpty();

        write("a.jsonl", "");

        assertThat(ids(EvidenceFiles.open(folder))).isEmpty();
        assertThat(EvidenceFiles.open(folder).receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.read()).isZero();
            // SHA-256 of nothing (FIPS 180-4 examples).
            assertThat(receipt.sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        });
    }
}
