package dev.soc2.rules.internal.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The union of some windows, ready to be asked how much of it lies where. */
final class Spans {

    static final Spans NONE = new Spans(List.of());

    private final List<Window> windows = new ArrayList<>();

    private Spans(Collection<Window> all) {
        for (Window window :
                all.stream().sorted(Comparator.comparingLong(Window::from)).toList()) {
            int last = windows.size() - 1;
            if (window.isEmpty()) {
                continue;
            }
            if (last >= 0 && window.from() <= windows.get(last).to()) {
                Window before = windows.get(last);
                windows.set(last, new Window(before.from(), Math.max(before.to(), window.to())));
            } else {
                windows.add(window);
            }
        }
    }

    static Spans of(Collection<Window> windows) {
        return new Spans(windows);
    }

    Spans with(Spans other) {
        List<Window> all = new ArrayList<>(windows);
        all.addAll(other.windows);
        return new Spans(all);
    }

    /** How many nanoseconds of a window it covers. */
    long within(Window window) {
        long covered = 0;
        for (int i = firstEndingAfter(window.from());
                i < windows.size() && windows.get(i).from() < window.to();
                i++) {
            Window part = windows.get(i).intersect(window);
            covered += Math.max(0, part.to() - part.from());
        }
        return covered;
    }

    boolean contains(long instant) {
        int i = firstEndingAfter(instant);
        return i < windows.size() && windows.get(i).contains(instant);
    }

    private int firstEndingAfter(long instant) {
        int low = 0;
        int high = windows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (windows.get(middle).to() <= instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
