package dev.soc2.model.result;

import java.util.Objects;

/**
 * What one control contributes to a criterion.
 *
 * @param control id of the control
 * @param key whether it is key
 * @param operating its operation; for a Type I this is left out of account
 * @param design its design
 * @param compensated whether a control that was effective over the same time compensates it
 */
public record Support(
        String control, boolean key, OperatingConclusion operating, DesignConclusion design, boolean compensated) {

    /** Checks the invariants. */
    public Support {
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(operating, "operating");
        Objects.requireNonNull(design, "design");
    }

    /**
     * Whether it counts at all.
     *
     * @return false for a control that the engagement leaves out or that did not exist
     */
    public boolean applies() {
        return operating != OperatingConclusion.NOT_APPLICABLE && design != DesignConclusion.NOT_APPLICABLE;
    }
}
