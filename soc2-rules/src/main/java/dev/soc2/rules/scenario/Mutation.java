package dev.soc2.rules.scenario;

import java.util.Objects;

/**
 * One thing that is spoiled in evidence that conforms.
 *
 * @param kind the way it is spoiled
 * @param record id of the record that is spoiled, taken away or added
 * @param change what was changed, such as {@code attributes.mfa: true -> false}; empty when the record is taken away
 */
public record Mutation(MutationKind kind, String record, String change) {

    /** Checks the invariants. */
    public Mutation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(change, "change");
        if (record.isBlank()) {
            throw new IllegalArgumentException("a mutation names the record that it changes");
        }
    }

    /**
     * The mutation in words.
     *
     * @return such as {@code FLIP of a1: attributes.mfa: true -> false}
     */
    @Override
    public String toString() {
        return kind + " of " + record + (change.isEmpty() ? "" : ": " + change);
    }
}
