package dev.soc2.evidence;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;

/** Whether a query asks for a record. */
final class Asked {

    private Asked() {}

    static boolean by(EvidenceQuery query, Evidence record) {
        return query.attributesByType().containsKey(record.type())
                && query.knownAt()
                        .map(known -> !record.recordedAt().isAfter(known))
                        .orElse(true);
    }
}
