package dev.soc2.model.control;

import java.util.Objects;

/**
 * A tie from one control to another.
 *
 * @param kind how they relate
 * @param control id of the other control
 */
public record ControlRelation(ControlRelationKind kind, String control) {

    /** Checks the invariants. */
    public ControlRelation {
        Objects.requireNonNull(kind, "kind");
        if (control.isBlank()) {
            throw new IllegalArgumentException("a relation names the other control");
        }
    }
}
