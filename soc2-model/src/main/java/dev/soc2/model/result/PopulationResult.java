package dev.soc2.model.result;

import java.util.List;
import java.util.Objects;

/**
 * The population of a test and how far it is proven.
 *
 * @param count items in it
 * @param ipe how far it is proven complete and accurate
 * @param query how it was drawn, as its records say; empty when no record says it
 * @param reasons what is missing from its proof
 * @param evidence ids of the population records, sorted
 */
public record PopulationResult(long count, IpeStatus ipe, String query, List<Reason> reasons, List<String> evidence) {

    /** Checks the invariants. */
    public PopulationResult {
        Objects.requireNonNull(ipe, "ipe");
        Objects.requireNonNull(query, "query");
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
        evidence = List.copyOf(evidence.stream().distinct().sorted().toList());
    }
}
