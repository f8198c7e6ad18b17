package dev.soc2.model.result;

import java.util.Objects;
import java.util.Set;

/**
 * What one control contributes to a criterion.
 *
 * @param control id of the control
 * @param key whether it is key
 * @param operating its operation; for a Type I this is left out of account
 * @param design its design
 * @param compensated whether a control that was effective over the same time compensates it
 * @param parts labels of the parts of the criterion that it covers; empty: the criterion as a whole
 */
public record Support(
        String control,
        boolean key,
        OperatingConclusion operating,
        DesignConclusion design,
        boolean compensated,
        Set<String> parts) {

    /** Checks the invariants. */
    public Support {
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(operating, "operating");
        Objects.requireNonNull(design, "design");
        parts = Set.copyOf(parts);
    }

    /**
     * What a control contributes that covers the criterion as a whole.
     *
     * @param control id of the control
     * @param key whether it is key
     * @param operating its operation
     * @param design its design
     * @param compensated whether a control that was effective over the same time compensates it
     */
    public Support(
            String control, boolean key, OperatingConclusion operating, DesignConclusion design, boolean compensated) {
        this(control, key, operating, design, compensated, Set.of());
    }

    /**
     * Whether it covers a part of the criterion.
     *
     * @param part label of the part
     * @return true when it names the part, or covers the whole
     */
    public boolean covers(String part) {
        return parts.isEmpty() || parts.contains(part);
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
