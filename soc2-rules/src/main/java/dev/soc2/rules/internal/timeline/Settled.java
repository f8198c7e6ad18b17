package dev.soc2.rules.internal.timeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The records that a timeline holds, each once: their digests by id, the sum of these, and ids that stand for two. */
final class Settled {

    private final Map<String, byte[]> digestById = new HashMap<>();
    private final Set<String> conflicts = new TreeSet<>();
    private final DigestSum sum = new DigestSum();

    /** True for the first record of an id; a second one of other content is a conflict. */
    boolean add(String id, byte[] digest) {
        byte[] known = digestById.putIfAbsent(id, digest);
        if (known == null) {
            sum.add(digest);
        } else if (!Arrays.equals(known, digest)) {
            conflicts.add(id);
        }
        return known == null;
    }

    Map<String, byte[]> digestById() {
        return digestById;
    }

    /** Ids of records that differ in content, sorted. */
    Set<String> conflicts() {
        return conflicts;
    }

    String digestSum() {
        return sum.hex();
    }
}
