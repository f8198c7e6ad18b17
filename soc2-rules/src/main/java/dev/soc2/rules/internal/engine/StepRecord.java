package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A record that may be a step of an item, with what the order asks of it.
 *
 * @param row its row; {@link #NO_ROW} for one that an unread source may hold
 * @param lo first instant at which it may have happened
 * @param hi last instant at which it may have happened; the same unless only the day is known, or not even that
 * @param source where it comes from
 * @param certain whether it surely belongs to the step
 * @param revision the revision it is for; empty when it does not say
 * @param persons the persons in each field that must be distinct from another; empty when a field is absent
 */
record StepRecord(
        int row,
        long lo,
        long hi,
        String source,
        boolean certain,
        Optional<String> revision,
        List<Optional<Set<String>>> persons) {

    static final int NO_ROW = -1;

    /** What an unread source may hold: nothing speaks against it. */
    static final StepRecord UNREAD =
            new StepRecord(NO_ROW, Nanos.NONE, Nanos.FOREVER, "", false, Optional.empty(), List.of());

    StepRecord {
        persons = List.copyOf(persons);
    }

    boolean isUnread() {
        return row == NO_ROW;
    }

    boolean hasInstant() {
        return lo == hi;
    }

    boolean hasTime() {
        return lo != Nanos.NONE;
    }

    /** Records of one kind lie in one order, by their first instants as by their last. */
    int kind() {
        return hasInstant() ? 0 : hasTime() ? 1 : 2;
    }
}
