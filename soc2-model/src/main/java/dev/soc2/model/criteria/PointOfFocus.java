package dev.soc2.model.criteria;

import java.util.Objects;

/**
 * A hint for a criterion. Guidance, never a requirement: a point of focus that nothing addresses fails nothing.
 *
 * @param tag when it matters
 * @param title a short title in our own words
 */
public record PointOfFocus(PointOfFocusTag tag, String title) {

    /** Checks the invariants. */
    public PointOfFocus {
        Objects.requireNonNull(tag, "tag");
        if (title.isBlank()) {
            throw new IllegalArgumentException("a point of focus has a title");
        }
    }
}
