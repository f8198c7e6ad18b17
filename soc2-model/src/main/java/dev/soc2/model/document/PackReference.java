package dev.soc2.model.document;

import dev.soc2.model.issue.Location;
import java.util.Objects;

/**
 * A rule pack that an engagement file names: one that comes with the library, or a file in the engagement folder.
 *
 * @param reference id of the pack, or path of its file relative to the engagement folder
 * @param builtIn whether the reference is an id; else it is a path
 * @param location where it stands
 */
public record PackReference(String reference, boolean builtIn, Location location) {

    /** Checks the invariants. */
    public PackReference {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("a pack has an id or a path");
        }
        Objects.requireNonNull(location, "location");
    }
}
