package dev.soc2.rules.internal.timeline;

/** Places for keys, counted from 0: the keys themselves when they are close together, else found by hashing. */
final class Slots {

    private static final int[] DIRECT = {};

    /** Keys this many times as large as there are rows are hashed. */
    private static final int FAR_APART = 4;

    /** Key + 1 by place in the table; 0 where there is none. */
    private final int[] table;

    private final int[] slotByPlace;
    private final int count;

    private Slots(int[] table, int[] slotByPlace, int count) {
        this.table = table;
        this.slotByPlace = slotByPlace;
        this.count = count;
    }

    /** A place for each key that is not negative; the largest of them is told. */
    static Slots of(int[] keys, int largest) {
        if (largest < 0 || largest / FAR_APART <= keys.length) {
            return new Slots(DIRECT, DIRECT, largest + 1);
        }
        int[] table = new int[Integer.highestOneBit(Math.max(8, keys.length * 2 - 1)) << 1];
        int[] slots = new int[table.length];
        int count = 0;
        for (int key : keys) {
            if (key >= 0) {
                int place = place(table, key);
                if (table[place] == 0) {
                    table[place] = key + 1;
                    slots[place] = count++;
                }
            }
        }
        return new Slots(table, slots, count);
    }

    private static int place(int[] table, int key) {
        int mask = table.length - 1;
        int place = ((key * 0x9E3779B9) >>> 7) & mask;
        while (table[place] != 0 && table[place] != key + 1) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** The place of a key, or -1. */
    int of(int key) {
        if (key < 0) {
            return -1;
        }
        if (table == DIRECT) {
            return key < count ? key : -1;
        }
        int place = place(table, key);
        return table[place] == 0 ? -1 : slotByPlace[place];
    }

    int count() {
        return count;
    }
}
