package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What must follow an occurrence before it counts as done.
 *
 * @param where expression over the occurrence that says whether it needs a follow-up; empty: each does
 * @param answer picks the follow-up
 * @param match fields that tie the two together
 * @param limit how long it may take
 */
public record FollowUp(Optional<String> where, Selector answer, List<MatchField> match, TimeAmount limit) {

    /** Checks the invariants. */
    public FollowUp {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(limit, "limit");
        match = List.copyOf(match);
        if (match.isEmpty()) {
            throw new IllegalArgumentException("a follow-up names at least one field to match");
        }
    }
}
