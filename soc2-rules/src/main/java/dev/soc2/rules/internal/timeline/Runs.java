package dev.soc2.rules.internal.timeline;

import java.util.Arrays;

/** Rows in clusters of one key each; those of a key lie together and keep their order. Immutable. */
public final class Runs {

    /** Says under which key a row is found. */
    @FunctionalInterface
    public interface KeyOfRow {

        /** A number from 0 on; negative when the row has no key. */
        int of(int row);
    }

    /** No rows at all. */
    public static final Runs NONE = of(Rows.NONE, row -> -1);

    private final Slots slots;
    private final int[] starts;
    private final int[] numbers;

    private Runs(Slots slots, int[] starts, int[] numbers) {
        this.slots = slots;
        this.starts = starts;
        this.numbers = numbers;
    }

    /** Clusters some rows. Takes time and space for the rows, however large their keys are. */
    public static Runs of(Rows rows, KeyOfRow keys) {
        int size = rows.size();
        int[] slotByPlace = new int[size];
        int most = -1;
        for (int place = 0; place < size; place++) {
            int key = keys.of(rows.at(place));
            slotByPlace[place] = key;
            most = Math.max(most, key);
        }
        Slots slots = Slots.of(slotByPlace, most);
        int[] starts = new int[slots.count() + 1];
        for (int place = 0; place < size; place++) {
            int slot = slots.of(slotByPlace[place]);
            slotByPlace[place] = slot;
            if (slot >= 0) {
                starts[slot + 1]++;
            }
        }
        for (int slot = 0; slot < slots.count(); slot++) {
            starts[slot + 1] += starts[slot];
        }
        int[] next = Arrays.copyOf(starts, starts.length);
        int[] numbers = new int[starts[slots.count()]];
        for (int place = 0; place < size; place++) {
            int slot = slotByPlace[place];
            if (slot >= 0) {
                numbers[next[slot]++] = rows.at(place);
            }
        }
        return new Runs(slots, starts, numbers);
    }

    /** The rows of a key, in their order; none when the key is negative or has none. */
    public Rows of(int key) {
        int slot = slots.of(key);
        return slot < 0 || starts[slot] == starts[slot + 1] ? Rows.NONE : run(slot);
    }

    /** How many runs there are; some may be empty. */
    public int count() {
        return starts.length - 1;
    }

    /** The rows of one run. */
    public Rows run(int slot) {
        return Rows.of(numbers, starts[slot], starts[slot + 1]);
    }
}
