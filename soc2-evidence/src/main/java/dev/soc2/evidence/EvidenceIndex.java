package dev.soc2.evidence;

import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The ids seen so far, each with the digest of its record and the place it came from. */
final class EvidenceIndex {

    private record Seen(String sha256, Optional<Location> place) {}

    private final Map<String, Seen> seen = new HashMap<>();

    /** Whether the record is new. A record that was refused leaves no trace. */
    boolean add(Evidence evidence) {
        Seen here =
                new Seen(EvidenceLines.sha256(evidence), evidence.provenance().map(Provenance::origin));
        Seen first = seen.putIfAbsent(evidence.id(), here);
        if (first != null && !first.sha256().equals(here.sha256())) {
            throw new ConflictingEvidenceException(first.place(), evidence);
        }
        return first == null;
    }
}
