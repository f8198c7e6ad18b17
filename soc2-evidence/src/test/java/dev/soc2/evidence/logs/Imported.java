package dev.soc2.evidence.logs;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Issue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an import came to. */
record Imported(ImportReceipt receipt, List<Evidence> records) {

    static Imported of(String format, ImportOptions options, Path path) {
        InMemoryEvidence evidence = new InMemoryEvidence();
        ImportReceipt receipt = Importers.of(format, options).importInto(evidence, path);
        return new Imported(
                receipt,
                evidence.records().stream()
                        .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                        .toList());
    }

    static Imported of(String format, ImportOptions options, Path folder, String name, String text) {
        return of(format, options, folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Imported of(String format, ImportOptions options, Path folder, String name, byte[] bytes) {
        try {
            return of(format, options, Files.write(folder.resolve(name), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        return Path.of("src/test/resources/data").resolve(name);
    }

    /** The only record of a type. */
    Evidence only(String type) {
        List<Evidence> found =
                records.stream().filter(record -> record.type().equals(type)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " records of " + type + ", refused " + receipt.rejected());
        }
        return found.get(0);
    }

    Map<String, Long> types() {
        return records.stream().collect(Collectors.groupingBy(Evidence::type, TreeMap::new, Collectors.counting()));
    }

    List<String> codes() {
        return receipt.rejected().stream().map(Issue::code).toList();
    }

    /** A value of an attribute, by names on the way to it. */
    static Object at(Evidence record, String... names) {
        Object value = record.attributes().containsKey(names[0])
                ? record.attributes().get(names[0]).plain()
                : "absent";
        for (int i = 1; i < names.length; i++) {
            value = value instanceof Map<?, ?> map && map.containsKey(names[i]) ? map.get(names[i]) : "absent";
        }
        return value;
    }
}
