package dev.soc2.evidence;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Location;
import java.util.Optional;

/** Two records with one id and different content, of which only the first is kept. */
public final class ConflictingEvidenceException extends RefusedEvidenceException {

    private static final long serialVersionUID = 1L;

    /**
     * A conflict, told with both places.
     *
     * @param first where the record that is kept came from, if it came from a file
     * @param second the record that is refused
     */
    public ConflictingEvidenceException(Optional<Location> first, Evidence second) {
        super(ImportCode.CONFLICT.at(
                second.provenance().map(Provenance::origin).orElse(Location.of("record " + second.id())),
                "another record with the same id and other content is there already"
                        + first.map(place -> ", from " + place).orElse(", which came from no file"),
                "give the records ids of their own, or let the later one have a new id and 'supersedes'"));
    }
}
