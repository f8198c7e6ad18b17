package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of an ORDERING rule.
 *
 * @param name its name within the rule, without a dot
 * @param of picks the records of the step
 * @param match fields that tie the item and a record of the step together
 * @param withdrawn picks the records that take a record of the step back, tied to the item by the same fields
 * @param roles values of {@code attributes.role} that a record of the step must have one of; empty: any
 * @param at field that holds when the step happened; it may hold a date
 */
public record OrderingStep(
        String name, Selector of, List<MatchField> match, Optional<Selector> withdrawn, List<String> roles, Field at) {

    /** Checks the invariants. */
    public OrderingStep {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(withdrawn, "withdrawn");
        Objects.requireNonNull(at, "at");
        match = List.copyOf(match);
        roles = List.copyOf(roles);
        if (name.isBlank() || name.contains(".")) {
            throw new IllegalArgumentException("a step has a name without a dot, got '" + name + "'");
        }
        if (match.isEmpty()) {
            throw new IllegalArgumentException("step '" + name + "' is tied to its item by at least one field");
        }
    }

    /**
     * A step of any role that nothing takes back, tied by subject.
     *
     * @param name its name
     * @param of picks its records
     * @return the step
     */
    public static OrderingStep of(String name, Selector of) {
        return new OrderingStep(name, of, List.of(MatchField.SUBJECT), Optional.empty(), List.of(), Field.OCCURRED_AT);
    }
}
