package dev.soc2.evidence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every format must do. Extend it, and name the format, one sound export in a single file, and how many rows it
 * has. The format must be known by its name, as built-in ones and those of a provider are.
 */
public abstract class EvidenceFormatContract {

    @TempDir
    Path folder;

    /** The name of the format under test. */
    protected abstract String format();

    /** A name for the export's file, with an ending that the format reads. */
    protected abstract String fileName();

    /** A sound export with at least one row. */
    protected abstract byte[] export();

    /** How many rows it has, counted by hand. */
    protected abstract long rows();

    /** The options that it wants. */
    protected ImportOptions options() {
        return ImportOptions.NONE;
    }

    private InMemoryEvidence imported(byte[] bytes) {
        try {
            InMemoryEvidence evidence = new InMemoryEvidence();
            Path file = Files.write(folder.resolve(fileName()), bytes);
            Importers.of(format(), options()).importInto(evidence, file);
            return evidence;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportReceipt receipt(InMemoryEvidence evidence) {
        return evidence.receipts().get(0);
    }

    @Test
    void isKnownByAPlainName() {
        assertThat(format()).matches("[A-Z][A-Z0-9_]*");
        assertThat(Importers.formats()).contains(format());
    }

    @Test
    void everyRowEndsInOneCount() {
        ImportReceipt receipt = receipt(imported(export()));

        assertThat(receipt.read()).isEqualTo(rows());
        assertThat(receipt.stored() + receipt.duplicates() + receipt.rejectedCount() + receipt.outOfScope())
                .isEqualTo(rows());
        assertThat(receipt.rejected()).hasSize((int) receipt.rejectedCount());
    }

    @Test
    void recordsTellWhereTheyCameFrom() {
        assertThat(imported(export()).records())
                .filteredOn(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .isNotEmpty()
                .allSatisfy(record -> {
                    assertThat(record.provenance()).isPresent();
                    assertThat(record.provenance().orElseThrow().importer()).isEqualTo(format());
                    assertThat(record.provenance().orElseThrow().origin().document())
                            .endsWith(fileName());
                });
    }

    @Test
    void sameBytesGiveTheSameRecordsInTheSameOrder() {
        List<Evidence> first = imported(export()).records();

        assertThat(imported(export()).records()).isEqualTo(first);
    }

    @Test
    void aSecondImportIntoTheSameStoreAddsNothing() throws IOException {
        InMemoryEvidence evidence = imported(export());
        List<Evidence> before = evidence.records();

        ImportReceipt again = Importers.of(format(), options())
                .importInto(evidence, Files.write(folder.resolve(fileName()), export()));

        assertThat(again.stored()).isZero();
        assertThat(again.duplicates())
                .isEqualTo(receipt(evidence).stored() + receipt(evidence).duplicates());
        assertThat(evidence.records()).isEqualTo(before);
    }

    @Test
    void aPopulationIsRecordedForEachTypeThatItAnnounces() {
        InMemoryEvidence evidence = imported(export());
        ImportReceipt receipt = receipt(evidence);

        assertThat(evidence.records())
                .filteredOn(record -> record.type().equals(EvidenceTypes.POPULATION))
                .allSatisfy(population -> assertThat(receipt.types()).contains(population.subject()));
        assertThat(evidence.records())
                .filteredOn(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .allSatisfy(record -> assertThat(receipt.types()).contains(record.type()));
    }

    @Test
    void aFileThatBreaksOffIsToldAndKeepsWhatCameBefore() {
        byte[] whole = export();
        List<String> sound = ids(imported(whole));
        for (int part = 1; part < 8; part++) {
            InMemoryEvidence cut = imported(Arrays.copyOf(whole, whole.length * part / 8));

            assertThat(sound).as("cut at %s/8", part).containsAll(ids(cut));
            assertThat(receipt(cut).isComplete() && ids(cut).isEmpty())
                    .as("cut at %s/8: neither a record nor a refusal", part)
                    .isFalse();
        }
    }

    private static List<String> ids(InMemoryEvidence evidence) {
        return evidence.records().stream()
                .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .map(Evidence::id)
                .toList();
    }

    @Test
    void whatIsNoExportIsRefusedWithCodePlaceAndFix() {
        for (byte[] foreign : List.of(
                "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0},
                "\u0001\u0002\u0003 none of this".getBytes(StandardCharsets.UTF_8))) {
            ImportReceipt receipt = receipt(imported(foreign));

            assertThat(receipt.stored()).isZero();
            assertThat(receipt.rejectedCount()).isPositive();
            Issue issue = receipt.rejected().get(0);
            assertThat(issue.code()).matches("SOC2-[A-Z][0-9]{3}");
            assertThat(issue.location().document()).endsWith(fileName());
            assertThat(issue.fix()).isNotBlank();
        }
    }

    @Test
    void aSoundExportWithOneByteChangedEndsInRecordsAndRefusalsThatAddUp() {
        byte[] whole = export();
        int step = Math.max(1, whole.length / 60);
        for (int at = 0; at < whole.length; at += step) {
            for (char other : new char[] {'"', '\0', '\u00FF', '}', '<', '\n'}) {
                byte[] changed = whole.clone();
                changed[at] = (byte) other;
                addsUp(changed, "byte " + at + " as " + (int) other);
            }
        }
    }

    @Test
    void aSoundExportTwiceOrWithSomethingAroundItEndsInRecordsAndRefusalsThatAddUp() {
        byte[] whole = export();
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        byte[] noise = "\u0000\u0001 none of this".getBytes(StandardCharsets.UTF_8);

        addsUp(joined(whole, whole), "twice");
        addsUp(joined(mark, whole), "behind a byte order mark");
        addsUp(joined(noise, whole), "behind noise");
        addsUp(joined(whole, noise), "before noise");
    }

    private void addsUp(byte[] bytes, String how) {
        ImportReceipt receipt;
        try {
            receipt = receipt(imported(bytes));
        } catch (Soc2Exception e) {
            assertThat(e.issues()).as(how).isNotEmpty();
            return;
        }
        assertThat(receipt.stored() + receipt.duplicates() + receipt.rejectedCount() + receipt.outOfScope())
                .as(how)
                .isEqualTo(receipt.read());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
