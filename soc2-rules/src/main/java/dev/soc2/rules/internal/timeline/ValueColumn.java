package dev.soc2.rules.internal.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one attribute: a kind and 64 bits for each row, texts by number. Lists, maps and decimals lie beside it
 * and are rare.
 */
final class ValueColumn {

    private static final byte ABSENT = 0;
    private static final byte TEXT = 1;
    private static final byte WHOLE = 2;
    private static final byte TRUE = 3;
    private static final byte FALSE = 4;
    private static final byte OTHER = 5;

    private final Dictionary dictionary;
    private final List<Object> others = new ArrayList<>();
    private byte[] kinds;
    private long[] bits;
    private int size;

    ValueColumn(Dictionary dictionary, int capacity) {
        this.dictionary = dictionary;
        kinds = new byte[capacity];
        bits = new long[capacity];
    }

    /** Some of the rows, in the order given. */
    ValueColumn picked(int[] rows) {
        ValueColumn picked = new ValueColumn(dictionary, rows.length);
        for (int row : rows) {
            picked.add(get(row));
        }
        return picked;
    }

    void add(@Nullable Object value) {
        if (size == kinds.length) {
            int capacity = Math.max(16, size + (size >> 1));
            kinds = Arrays.copyOf(kinds, capacity);
            bits = Arrays.copyOf(bits, capacity);
        }
        if (value == null) {
            kinds[size] = ABSENT;
        } else if (value instanceof String text) {
            kinds[size] = TEXT;
            bits[size] = dictionary.number(text);
        } else if (value instanceof Long whole) {
            kinds[size] = WHOLE;
            bits[size] = whole;
        } else if (value instanceof Boolean flag) {
            kinds[size] = flag ? TRUE : FALSE;
        } else {
            kinds[size] = OTHER;
            bits[size] = others.size();
            others.add(value);
        }
        size++;
    }

    /** Whether every value is a text. */
    boolean isText() {
        for (int row = 0; row < size; row++) {
            if (kinds[row] != TEXT && kinds[row] != ABSENT) {
                return false;
            }
        }
        return true;
    }

    /** The number of the text of a row, or -1 when it carries no text. */
    int text(int row) {
        return kinds[row] == TEXT ? (int) bits[row] : -1;
    }

    @Nullable
    Object get(int row) {
        return switch (kinds[row]) {
            case TEXT -> dictionary.text((int) bits[row]);
            case WHOLE -> bits[row];
            case TRUE -> true;
            case FALSE -> false;
            case OTHER -> others.get((int) bits[row]);
            default -> null;
        };
    }
}
