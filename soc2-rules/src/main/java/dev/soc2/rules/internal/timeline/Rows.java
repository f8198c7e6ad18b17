package dev.soc2.rules.internal.timeline;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.RandomAccess;

/**
 * Numbers of rows, in order. A list for whoever wants one; what runs over many rows takes the numbers themselves by
 * {@link #at}. Immutable.
 */
public final class Rows extends AbstractList<Integer> implements RandomAccess {

    /** No rows. */
    public static final Rows NONE = range(0, 0);

    private static final int[] COUNTED = {};

    private final int[] numbers;
    private final int from;
    private final int size;

    private Rows(int[] numbers, int from, int size) {
        this.numbers = numbers;
        this.from = from;
        this.size = size;
    }

    /** Every row from one up to, not including, another. */
    public static Rows range(int from, int to) {
        return new Rows(COUNTED, from, Math.max(0, to - from));
    }

    /** The first so many of some numbers, which nobody changes afterwards. */
    static Rows of(int[] numbers, int from, int to) {
        return new Rows(numbers, from, to - from);
    }

    /** Which row stands at a place. */
    public int at(int place) {
        return numbers == COUNTED ? from + place : numbers[from + place];
    }

    @Override
    public Integer get(int place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException("place " + place + " of " + size);
        }
        return at(place);
    }

    @Override
    public int size() {
        return size;
    }

    /** The same as a set. */
    public BitSet toSet() {
        BitSet set = new BitSet();
        if (numbers == COUNTED) {
            set.set(from, from + size);
        } else {
            for (int place = 0; place < size; place++) {
                set.set(at(place));
            }
        }
        return set;
    }

    /** The rows between two places. */
    public Rows slice(int fromPlace, int toPlace) {
        return new Rows(numbers, from + fromPlace, toPlace - fromPlace);
    }

    /** Takes rows one after the other. */
    public static final class Builder {

        private int[] numbers = new int[64];
        private int size;

        /** Adds a row behind the others. */
        public void add(int row) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = row;
        }

        /** The rows added. The builder is not used afterwards. */
        public Rows build() {
            return Rows.of(numbers, 0, size);
        }
    }
}
