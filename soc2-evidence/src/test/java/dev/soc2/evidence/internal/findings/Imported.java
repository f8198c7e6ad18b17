package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An export that was imported, for looking at. */
public final class Imported {

    private final InMemoryEvidence evidence = new InMemoryEvidence();
    private final ImportReceipt receipt;

    private Imported(String format, ImportOptions options, Path file) {
        receipt = Importers.of(format, options).importInto(evidence, file);
    }

    /** A file of the test data. */
    public static Imported data(String format, ImportOptions options, String file) {
        return new Imported(format, options, path(file));
    }

    /** Text written into a folder. */
    public static Imported text(String format, ImportOptions options, Path folder, String text) {
        try {
            Path file = folder.resolve("export.json");
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            return new Imported(format, options, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file of the test data lies. */
    public static Path path(String file) {
        try {
            return Path.of(Imported.class.getResource("/data/" + file).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public ImportReceipt receipt() {
        return receipt;
    }

    /** Records that are no population. */
    public List<Evidence> records() {
        return evidence.records().stream()
                .filter(record -> !record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }

    public Evidence only() {
        List<Evidence> records = records();
        if (records.size() != 1) {
            throw new AssertionError("not one record but " + records + ", refused: " + receipt.rejected());
        }
        return records.get(0);
    }

    public List<Evidence> populations() {
        return evidence.records().stream()
                .filter(record -> record.type().equals(EvidenceTypes.POPULATION))
                .toList();
    }

    /** How many records there are of each type. */
    public Map<String, Long> counts() {
        return records().stream().collect(Collectors.groupingBy(Evidence::type, TreeMap::new, Collectors.counting()));
    }

    /** How many records carry each value of an attribute. */
    public Map<String, Long> counts(String attribute) {
        return records().stream()
                .collect(Collectors.groupingBy(
                        record -> record.text(attribute).orElse("-"), TreeMap::new, Collectors.counting()));
    }

    /** Rows read, taken, refused and out of scope, in this order. */
    public List<Long> rows() {
        return List.of(
                receipt.read(), receipt.stored() + receipt.duplicates(), receipt.rejectedCount(), receipt.outOfScope());
    }

    /** The attributes of a record in plain Java. */
    public static Map<String, Object> plain(Evidence record) {
        Map<String, Object> plain = new TreeMap<>();
        record.attributes().forEach((name, value) -> plain.put(name, value.plain()));
        return plain;
    }
}
