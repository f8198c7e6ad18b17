package dev.soc2.rules.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A half-open interval of time, as nanoseconds.
 *
 * @param from first instant
 * @param to instant after the last one
 */
record Window(long from, long to) {

    /** No time at all. */
    static final Window NONE = new Window(0, 0);

    boolean isEmpty() {
        return to <= from;
    }

    boolean contains(long instant) {
        return from <= instant && instant < to;
    }

    boolean overlaps(long otherFrom, long otherTo) {
        return otherFrom < to && from < otherTo;
    }

    Window intersect(Window other) {
        return new Window(Math.max(from, other.from), Math.min(to, other.to));
    }

    /** Whether the union of some windows covers this one. */
    boolean isCoveredBy(Collection<Window> windows) {
        long reached = from;
        for (Window window :
                windows.stream().sorted(Comparator.comparingLong(Window::from)).toList()) {
            if (window.from > reached) {
                break;
            }
            reached = Math.max(reached, window.to);
        }
        return reached >= to;
    }

    /** The parts of this window that none of some windows covers. */
    List<Window> without(Collection<Window> windows) {
        List<Window> left = new ArrayList<>();
        long reached = from;
        for (Window window :
                windows.stream().sorted(Comparator.comparingLong(Window::from)).toList()) {
            if (window.from > reached) {
                left.add(new Window(reached, Math.min(window.from, to)));
            }
            reached = Math.max(reached, window.to);
            if (reached >= to) {
                break;
            }
        }
        if (reached < to) {
            left.add(new Window(reached, to));
        }
        return left.stream().filter(w -> !w.isEmpty()).toList();
    }
}
