package dev.soc2.evidence.formats;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What became of a file. */
public final class ImportedFile {

    private final InMemoryEvidence evidence = new InMemoryEvidence();

    private ImportedFile(String format, Path file, ImportOptions options) {
        Importers.of(format, options).importInto(evidence, file);
    }

    public static ImportedFile of(String format, Path file, ImportOptions options) {
        return new ImportedFile(format, file, options);
    }

    public static ImportedFile of(String format, Path file) {
        return of(format, file, ImportOptions.NONE.source("grc"));
    }

    public static Path data(String name) {
        try {
            URL url = Objects.requireNonNull(ImportedFile.class.getResource("/data/" + name), name);
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Evidence> records() {
        return evidence.records().stream()
                .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }

    public List<Evidence> records(String type) {
        return records().stream().filter(record -> record.type().equals(type)).toList();
    }

    public ImportReceipt receipt() {
        return evidence.receipts().get(0);
    }

    public List<String> refusals() {
        return receipt().rejected().stream().map(Issue::code).toList();
    }
}
