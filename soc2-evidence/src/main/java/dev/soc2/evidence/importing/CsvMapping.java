package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.table.MappingBinder;
import dev.soc2.evidence.internal.table.TableRules;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the rows of a CSV file become evidence: a small document in YAML or JSON, read with all its faults at once.
 *
 * <pre>{@code
 * type: hr.terminated
 * zone: America/New_York
 * id: [Employee ID, Last Day]
 * subject: Employee ID
 * occurredAt: {column: Last Day, format: dd/MM/uuuu, at: END_OF_DAY}
 * actor: {constant: hris}
 * attributes: {department: Dept, grade: {column: Grade, type: int}, salary: {column: Salary, drop: true}}
 * }</pre>
 *
 * <p>{@code END_OF_DAY} is the last instant of the local day in the mapping's zone, one nanosecond before the next day
 * begins. Patterns are read strictly, with English names of months and days. A cell that is empty or blank is an absent
 * attribute; cells are data, also those that a spreadsheet would take for a formula. Immutable.
 */
public final class CsvMapping {

    private final TableRules rules;

    CsvMapping(TableRules rules) {
        this.rules = rules;
    }

    /**
     * Reads a mapping from a file.
     *
     * @param file a YAML or JSON document
     * @return the mapping
     * @throws ImportException with every fault of the document, or if it cannot be read
     */
    public static CsvMapping read(Path file) {
        Faults faults = new Faults();
        Optional<CsvMapping> mapping = read(file, file.toString(), faults);
        faults.throwIfAny(ImportException::new);
        return mapping.orElseThrow();
    }

    /**
     * Reads a mapping.
     *
     * @param document name of the document, ending in {@code .yaml}, {@code .yml} or {@code .json}
     * @param bytes the document
     * @return the mapping
     * @throws ImportException with every fault of the document
     */
    public static CsvMapping read(String document, byte[] bytes) {
        Faults faults = new Faults();
        Optional<CsvMapping> mapping = read(document, bytes, faults);
        faults.throwIfAny(ImportException::new);
        return mapping.orElseThrow();
    }

    static Optional<CsvMapping> read(Path file, String document, Faults faults) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(document, in.readNBytes(DocumentLimits.forDocuments().bytes() + 1), faults);
        } catch (IOException e) {
            faults.addAll(List.of(ImportCode.UNREADABLE.at(
                    Location.of(document), "the mapping cannot be read", "check that it is there")));
            return Optional.empty();
        }
    }

    private static Optional<CsvMapping> read(String document, byte[] bytes, Faults faults) {
        int before = faults.count();
        Optional<CsvMapping> mapping = Documents.read(document, bytes, DocumentLimits.forDocuments(), faults)
                .flatMap(node -> MappingBinder.read(node, Sha256.hex(bytes), faults))
                .map(CsvMapping::new);
        return faults.count() > before ? Optional.empty() : mapping;
    }

    TableRules rules() {
        return rules;
    }
}
