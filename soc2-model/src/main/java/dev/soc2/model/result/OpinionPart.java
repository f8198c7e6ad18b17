package dev.soc2.model.result;

import java.util.List;
import java.util.Objects;

/**
 * One part of a suggested opinion.
 *
 * @param kind the kind suggested
 * @param reasons why, sorted
 */
public record OpinionPart(OpinionKind kind, List<Reason> reasons) {

    /** Checks the invariants and sorts. */
    public OpinionPart {
        Objects.requireNonNull(kind, "kind");
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
    }
}
