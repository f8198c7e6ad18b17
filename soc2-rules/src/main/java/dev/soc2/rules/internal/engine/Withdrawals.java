package dev.soc2.rules.internal.engine;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.TreeSet;

/** When records of a step were taken back. Some of what says so may not concern the item. */
final class Withdrawals {

    static final Withdrawals NONE = new Withdrawals();

    private final TreeSet<Long> certain = new TreeSet<>();
    private final TreeSet<Long> all = new TreeSet<>();

    void add(Collection<Long> times, boolean surely) {
        all.addAll(times);
        if (surely) {
            certain.addAll(times);
        }
    }

    /** Whether there is one between two instants, both included. */
    boolean anyIn(boolean alsoDoubtful, long from, long to) {
        Long first = (alsoDoubtful ? all : certain).ceiling(from);
        return first != null && first <= to;
    }

    /** The last one up to an instant. */
    OptionalLong lastUpTo(boolean alsoDoubtful, long instant) {
        Long last = (alsoDoubtful ? all : certain).floor(instant);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }
}
