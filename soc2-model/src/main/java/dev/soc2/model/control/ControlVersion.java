package dev.soc2.model.control;

import java.time.LocalDate;
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

    /**
     * Its name within the control, which stands in the ids of its tests: {@code T1@2025-04-01}.
     *
     * @return its first day, or {@code first} when it has none
     */
    public String label() {
        return effective.from().map(LocalDate::toString).orElse("first");
    }
}
