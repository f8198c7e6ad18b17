package dev.soc2.quickstart.acme;

import dev.soc2.model.result.ReasonCode;
import java.util.Comparator;

/**
 * A deviation that was planted and has to be found.
 *
 * @param control the control that failed
 * @param test the test that has to find it
 * @param item id of the item
 * @param reason the reason that has to be given
 */
public record Planted(String control, String test, String item, ReasonCode reason) implements Comparable<Planted> {

    private static final Comparator<Planted> ORDER = Comparator.comparing(Planted::control)
            .thenComparing(Planted::test)
            .thenComparing(Planted::item)
            .thenComparing(Planted::reason);

    @Override
    public int compareTo(Planted other) {
        return ORDER.compare(this, other);
    }
}
