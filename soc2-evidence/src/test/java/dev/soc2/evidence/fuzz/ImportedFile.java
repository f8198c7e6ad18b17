package dev.soc2.evidence.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.EvidenceImporter;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Imports bytes as a file, and counts whether every row ended in one count. It is one file, written over from its
 * beginning: on the disks of most machines, making, emptying and deleting one takes longer than all the rest.
 */
public final class ImportedFile {

    private final EvidenceImporter importer;
    private final Path path;
    private final FileChannel channel;

    public ImportedFile(EvidenceImporter importer) {
        this.importer = importer;
        try {
            path = Files.createTempFile("fuzz", ".txt");
            path.toFile().deleteOnExit();
            channel = FileChannel.open(path, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void addsUp(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left, left.position());
        }
        channel.truncate(bytes.length);
        InMemoryEvidence evidence = new InMemoryEvidence();

        ImportReceipt receipt = importer.importInto(evidence, path);

        assertThat(receipt.stored() + receipt.duplicates() + receipt.rejectedCount() + receipt.outOfScope())
                .isEqualTo(receipt.read());
        assertThat(evidence.records().stream().filter(record -> !record.type().equals(EvidenceTypes.POPULATION)))
                .hasSize((int) receipt.records());
    }
}
