package dev.soc2.quickstart.acme;

import dev.soc2.model.evidence.Evidence;
import java.util.Comparator;
import java.util.List;

/**
 * A generated year: the evidence, and what is true about it.
 *
 * @param evidence every record, by time and id
 * @param truth the deviations that were planted and what only looks like one
 */
public record AcmeYear(List<Evidence> evidence, GroundTruth truth) {

    /** Sorts the evidence. */
    public AcmeYear {
        evidence = List.copyOf(evidence.stream()
                .sorted(Comparator.comparing(Evidence::occurredAt).thenComparing(Evidence::id))
                .toList());
    }
}
