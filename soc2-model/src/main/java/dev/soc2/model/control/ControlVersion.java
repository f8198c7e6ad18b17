package dev.soc2.model.control;

import java.util.Objects;

/**
 * One wording of a control that changed over time.
 *
 * @param effective the days on which it is in force
 * @param description how the control is worded in that time; may be empty when the wording did not change
 */
public record ControlVersion(EffectiveDates effective, String description) {

    /** Checks the invariants. */
    public ControlVersion {
        Objects.requireNonNull(effective, "effective");
        Objects.requireNonNull(description, "description");
    }
}
