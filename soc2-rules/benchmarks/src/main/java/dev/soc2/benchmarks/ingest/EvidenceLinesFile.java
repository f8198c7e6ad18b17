package dev.soc2.benchmarks.ingest;

import dev.soc2.benchmarks.fourrules.EventRecords;
import dev.soc2.benchmarks.fourrules.Workload;
import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The workload of the four rules as a file of lines. */
public final class EvidenceLinesFile {

    private EvidenceLinesFile() {}

    /** Writes a file, which goes when the virtual machine ends. */
    public static Path of(int events) {
        try {
            Path file = Files.createTempFile("lines", ".jsonl");
            file.toFile().deleteOnExit();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                for (Evidence record : EventRecords.of(Workload.of(events))) {
                    out.write(EvidenceLines.write(record));
                    out.write('\n');
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
