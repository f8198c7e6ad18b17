package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A stretch of an asset's life with one value.
 *
 * @param window the stretch
 * @param value what held
 * @param why why so
 * @param row row of the look it rests on; {@link #NO_ROW} before the first one
 */
record Stretch(Window window, StateValue value, ReasonCode why, int row) {

    static final int NO_ROW = -1;

    long length() {
        return window.to() - window.from();
    }

    private Stretch cut(long from, long to) {
        return new Stretch(new Window(from, to), value, why, row);
    }

    /** Whether another one goes on with the same. */
    boolean isContinuedBy(Stretch next) {
        return window.to() == next.window.from() && value == next.value && why == next.why;
    }

    /** Both as one, resting on the earlier look. */
    Stretch continuedBy(Stretch next) {
        return cut(window.from(), next.window.to());
    }

    /** The part before an instant. */
    Stretch before(long instant) {
        return cut(window.from(), Math.min(instant, window.to()));
    }

    /** The same stretches, cut so that those parts of certain ones that lie in a set of instants are excused. */
    static List<Stretch> excuse(List<Stretch> stretches, Windows excused, ReasonCode why, Predicate<StateValue> which) {
        List<Stretch> all = new ArrayList<>();
        for (Stretch stretch : stretches) {
            long reached = stretch.window.from();
            Windows parts = which.test(stretch.value) ? excused.within(stretch.window) : Windows.NONE;
            for (Window part : parts.parts()) {
                addUnlessEmpty(all, stretch.cut(reached, part.from()));
                all.add(new Stretch(part, StateValue.EXCUSED, why, stretch.row));
                reached = part.to();
            }
            addUnlessEmpty(all, stretch.cut(reached, stretch.window.to()));
        }
        return all;
    }

    private static void addUnlessEmpty(List<Stretch> stretches, Stretch stretch) {
        if (!stretch.window.isEmpty()) {
            stretches.add(stretch);
        }
    }
}
