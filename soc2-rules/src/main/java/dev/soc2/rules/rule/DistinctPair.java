package dev.soc2.rules.rule;

import java.util.Objects;

/**
 * Two fields that must not name the same person; where one of them holds a list, the other must not be a member of it.
 *
 * @param one a field
 * @param other the other
 */
public record DistinctPair(StepField one, StepField other) {

    /** Checks that there are two. */
    public DistinctPair {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        if (one.equals(other)) {
            throw new IllegalArgumentException("'" + one + "' cannot differ from itself");
        }
    }

    /**
     * The pair in words.
     *
     * @return such as {@code merged.attributes.authors and approved.actor}
     */
    public String words() {
        return one + " and " + other;
    }
}
