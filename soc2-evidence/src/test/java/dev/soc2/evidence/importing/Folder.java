package dev.soc2.evidence.importing;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of test files. */
final class Folder {

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvMapping mapping(String yaml) {
        return CsvMapping.read("mapping.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    static List<Evidence> rows(InMemoryEvidence evidence) {
        return evidence.records().stream()
                .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }

    static List<Evidence> populations(InMemoryEvidence evidence) {
        return evidence.records().stream()
                .filter(record -> record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }
}
