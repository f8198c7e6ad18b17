package dev.soc2.model.document;

import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.evidence.Evidence;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A record of evidence that stands in another document, such as a scenario. It has the fields of a line of an evidence
 * file, with the same rules; {@link EvidenceLineReader} reads those lines.
 */
public final class EvidenceDocument {

    private EvidenceDocument() {}

    /**
     * Reads a record.
     *
     * @param map the map that holds its fields
     * @param faults where faults go, unknown fields included
     * @return the record, without provenance; nothing when there was a fault
     */
    public static Optional<Evidence> evidence(MapNode map, Faults faults) {
        return EvidenceLineFields.read(map, faults, UnaryOperator.identity(), Optional.empty());
    }
}
