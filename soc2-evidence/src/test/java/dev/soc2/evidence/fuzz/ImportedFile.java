package dev.soc2.evidence.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.EvidenceImporter;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Imports bytes as a file, and counts whether every row ended in one count. */
public final class ImportedFile {

    private ImportedFile() {}

    public static void addsUp(EvidenceImporter importer, byte[] bytes) throws IOException {
        InMemoryEvidence evidence = new InMemoryEvidence();
        Path file = Files.createTempFile("fuzz", ".txt");
        try {
            ImportReceipt receipt = importer.importInto(evidence, Files.write(file, bytes));

            assertThat(receipt.stored() + receipt.duplicates() + receipt.rejectedCount() + receipt.outOfScope())
                    .isEqualTo(receipt.read());
            assertThat(evidence.records().stream()
                            .filter(record -> !record.type().equals(EvidenceTypes.POPULATION)))
                    .hasSize((int) receipt.records());
        } finally {
            Files.delete(file);
        }
    }
}
