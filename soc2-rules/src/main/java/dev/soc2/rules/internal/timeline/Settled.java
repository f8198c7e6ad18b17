package dev.soc2.rules.internal.timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records that a timeline holds, each once: their digests by id, the sum of these, and ids that stand for two. Ids are
 * found by open addressing, for a map would weigh more than all it is about; those that crowd one place, as ids that were
 * made to collide do, stand in a map all the same.
 */
final class Settled {

    /** Places that are looked at for one id, at most. */
    private static final int MOST_PLACES = 64;

    private static final int NONE = -1;

    private String[] ids;
    private int[] table;
    private final Map<String, Integer> crowded = new HashMap<>();
    private final DigestColumn digests = new DigestColumn();
    private final Set<String> conflicts = new TreeSet<>();
    private final DigestSum sum = new DigestSum();

    Settled(int expected) {
        ids = new String[Math.max(16, expected)];
        table = new int[Integer.highestOneBit(ids.length) << 2];
    }

    /** True for the first record of an id; a second one of other content is a conflict. */
    boolean add(String id, DigestColumn from, int row) {
        int known = find(id);
        if (known != NONE) {
            if (!digests.equals(known, from, row)) {
                conflicts.add(id);
            }
            return false;
        }
        int number = digests.size();
        if (number == ids.length) {
            grow();
        }
        ids[number] = id;
        enter(id, number);
        digests.add(from, row);
        sum.add(digests, number);
        return true;
    }

    /** The number of a record that is there, or {@link #NONE}. */
    private int find(String id) {
        int place = firstPlace(id);
        for (int i = 0; i < MOST_PLACES; i++) {
            int entry = table[place];
            if (entry == 0) {
                return NONE;
            }
            if (ids[entry - 1].equals(id)) {
                return entry - 1;
            }
            place = (place + 1) & (table.length - 1);
        }
        return crowded.getOrDefault(id, NONE);
    }

    /** Gives an id that is not there its place. */
    private void enter(String id, int number) {
        int place = firstPlace(id);
        for (int i = 0; i < MOST_PLACES; i++) {
            if (table[place] == 0) {
                table[place] = number + 1;
                return;
            }
            place = (place + 1) & (table.length - 1);
        }
        crowded.put(id, number);
    }

    private int firstPlace(String id) {
        int hash = id.hashCode();
        return (hash ^ (hash >>> 16)) & (table.length - 1);
    }

    private void grow() {
        int size = ids.length;
        ids = Arrays.copyOf(ids, size * 2);
        table = new int[Integer.highestOneBit(ids.length) << 2];
        crowded.clear();
        for (int number = 0; number < size; number++) {
            enter(ids[number], number);
        }
    }

    int size() {
        return digests.size();
    }

    boolean contains(String id) {
        return find(id) != NONE;
    }

    /** The digest of a record. */
    Optional<byte[]> digest(String id) {
        int number = find(id);
        return number == NONE ? Optional.empty() : Optional.of(digests.get(number));
    }

    /** Ids of records that differ in content, sorted. */
    Set<String> conflicts() {
        return conflicts;
    }

    String digestSum() {
        return sum.hex();
    }
}
