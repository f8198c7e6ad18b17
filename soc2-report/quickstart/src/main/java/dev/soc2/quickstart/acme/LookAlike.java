package dev.soc2.quickstart.acme;

import java.util.Comparator;

/**
 * Something that resembles a deviation and must not be reported as one.
 *
 * @param control the control
 * @param test the test
 * @param item id of the item, or of the record that is no item
 * @param why why it is no deviation
 */
public record LookAlike(String control, String test, String item, String why) implements Comparable<LookAlike> {

    private static final Comparator<LookAlike> ORDER = Comparator.comparing(LookAlike::control)
            .thenComparing(LookAlike::test)
            .thenComparing(LookAlike::item)
            .thenComparing(LookAlike::why);

    @Override
    public int compareTo(LookAlike other) {
        return ORDER.compare(this, other);
    }
}
