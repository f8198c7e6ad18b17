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

    private final int[] starts;
    private final int[] numbers;

    private Runs(int[] starts, int[] numbers) {
        this.starts = starts;
        this.numbers = numbers;
    }

    /** Clusters some rows. Takes time and space for the rows and for the largest key. */
    public static Runs of(Rows rows, KeyOfRow keys) {
        int size = rows.size();
        int[] keyByPlace = new int[size];
        int most = -1;
        for (int place = 0; place < size; place++) {
            int key = keys.of(rows.at(place));
            keyByPlace[place] = key;
            most = Math.max(most, key);
        }
        int[] starts = new int[most + 2];
        for (int key : keyByPlace) {
            if (key >= 0) {
                starts[key + 1]++;
            }
        }
        for (int key = 0; key <= most; key++) {
            starts[key + 1] += starts[key];
        }
        int[] next = Arrays.copyOf(starts, starts.length);
        int[] numbers = new int[starts[most + 1]];
        for (int place = 0; place < size; place++) {
            int key = keyByPlace[place];
            if (key >= 0) {
                numbers[next[key]++] = rows.at(place);
            }
        }
        return new Runs(starts, numbers);
    }

    /** The rows of a key, in their order; none when the key is negative or has none. */
    public Rows of(int key) {
        return key < 0 || key + 1 >= starts.length ? Rows.NONE : Rows.of(numbers, starts[key], starts[key + 1]);
    }

    /** One more than the largest key that has rows. */
    public int keys() {
        return starts.length - 1;
    }
}
