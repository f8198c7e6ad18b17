package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of instants: windows in order that neither overlap nor touch, so that equal sets are equal values.
 *
 * @param parts the windows
 */
record Windows(List<Window> parts) {

    static final Windows NONE = new Windows(List.of());

    Windows {
        parts = List.copyOf(parts);
        for (int i = 0; i < parts.size(); i++) {
            boolean apart = i == 0 || parts.get(i - 1).to() < parts.get(i).from();
            if (!apart || parts.get(i).isEmpty()) {
                throw new IllegalArgumentException("windows of a set are not empty, in order and apart: " + parts);
            }
        }
    }

    /** The instants that lie in any of some windows. */
    static Windows of(Collection<Window> windows) {
        List<Window> union = new ArrayList<>();
        windows.stream()
                .filter(window -> !window.isEmpty())
                .sorted(Comparator.comparingLong(Window::from))
                .forEach(window -> join(union, window));
        return new Windows(union);
    }

    static Windows of(Window window) {
        return of(List.of(window));
    }

    /** Appends a window that begins no earlier than the last one. */
    private static void join(List<Window> union, Window next) {
        int last = union.size() - 1;
        if (last >= 0 && union.get(last).to() >= next.from()) {
            Window grown = union.get(last);
            union.set(last, new Window(grown.from(), Math.max(grown.to(), next.to())));
        } else {
            union.add(next);
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean contains(long instant) {
        int at = firstEndingAfter(instant);
        return at < parts.size() && parts.get(at).contains(instant);
    }

    /** The first instant of the set that is not earlier than another; never, when there is none. */
    long firstFrom(long instant) {
        int at = firstEndingAfter(instant);
        return at < parts.size() ? Math.max(parts.get(at).from(), instant) : Nanos.FOREVER;
    }

    /** What of the set lies inside a window. */
    Windows within(Window window) {
        List<Window> inside = new ArrayList<>();
        for (int i = firstEndingAfter(window.from());
                i < parts.size() && parts.get(i).from() < window.to();
                i++) {
            inside.add(parts.get(i).intersect(window));
        }
        return new Windows(inside.stream().filter(part -> !part.isEmpty()).toList());
    }

    /** What of a window lies outside the set. */
    Windows gapsIn(Window window) {
        List<Window> gaps = new ArrayList<>();
        long reached = window.from();
        for (Window part : within(window).parts) {
            gaps.add(new Window(reached, part.from()));
            reached = part.to();
        }
        gaps.add(new Window(reached, window.to()));
        return new Windows(gaps.stream().filter(gap -> !gap.isEmpty()).toList());
    }

    /** How many nanoseconds it holds. */
    long length() {
        return parts.stream().mapToLong(part -> part.to() - part.from()).sum();
    }

    private int firstEndingAfter(long instant) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).to() <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
