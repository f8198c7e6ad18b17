package dev.soc2.evidence.internal.oscal;

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
final class Imported {

    private final InMemoryEvidence evidence = new InMemoryEvidence();

    private Imported(Path file, ImportOptions options) {
        Importers.of("OSCAL", options).importInto(evidence, file);
    }

    static Imported of(Path file) {
        return new Imported(file, ImportOptions.NONE.source("grc"));
    }

    static Path data(String name) {
        try {
            URL url = Objects.requireNonNull(Imported.class.getResource("/data/" + name), name);
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Evidence> records() {
        return evidence.records().stream()
                .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }

    List<Evidence> records(String type) {
        return records().stream().filter(record -> record.type().equals(type)).toList();
    }

    ImportReceipt receipt() {
        return evidence.receipts().get(0);
    }

    List<String> refusals() {
        return receipt().rejected().stream().map(Issue::code).toList();
    }
}
