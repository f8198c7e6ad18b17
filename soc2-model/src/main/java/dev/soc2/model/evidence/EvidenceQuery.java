package dev.soc2.model.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an engine needs from a source: types, and of each type the attributes that some rule reads. A source may deliver
 * more; a fast one delivers no more than this.
 *
 * @param attributesByType names of the attributes needed, by evidence type
 * @param knownAt records that the store received later are not asked for; empty: everything
 */
public record EvidenceQuery(Map<String, Set<String>> attributesByType, Optional<Instant> knownAt) {

    /** Copies the map. */
    public EvidenceQuery {
        Map<String, Set<String>> copy = new TreeMap<>();
        Map.copyOf(attributesByType)
                .forEach(
                        (type, names) -> copy.put(type, Collections.unmodifiableSet(new TreeSet<>(Set.copyOf(names)))));
        attributesByType = Collections.unmodifiableMap(copy);
    }

    /**
     * The types asked for.
     *
     * @return names of evidence types, sorted
     */
    public Set<String> types() {
        return attributesByType.keySet();
    }
}
