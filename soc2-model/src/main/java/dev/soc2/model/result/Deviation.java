package dev.soc2.model.result;

import java.util.Objects;

/**
 * An item for which a control did not work: who, what, when, by how much, and which evidence says so.
 *
 * @param control id of the control
 * @param test id of the test
 * @param item the item
 */
public record Deviation(String control, String test, ItemResult item) {

    /** Checks the invariants. */
    public Deviation {
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(test, "test");
        if (item.outcome() != ItemOutcome.DEVIATION) {
            throw new IllegalArgumentException(item.id() + " is " + item.outcome() + ", no deviation");
        }
    }
}
