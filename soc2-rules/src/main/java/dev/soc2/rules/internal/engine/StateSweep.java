package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Flip;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Turns the looks at one asset into stretches that fill a window without a seam. It walks over the looks once, in order
 * of time: each one settles what holds from it until the next one.
 */
final class StateSweep {

    private final Window window;
    private final Trust trust;
    private final Flip flip;
    private final List<Stretch> stretches = new ArrayList<>();
    private OptionalLong rightAt = OptionalLong.empty();

    private StateSweep(Window window, Trust trust, Flip flip) {
        this.window = window;
        this.trust = trust;
        this.flip = flip;
    }

    /** The stretches of a window; looks come in order of time, and those before the window tell how it begins. */
    static List<Stretch> over(Window window, List<Sighting> sightings, Trust trust, Flip flip) {
        StateSweep sweep = new StateSweep(window, trust, flip);
        long first = sightings.isEmpty() ? Nanos.FOREVER : sightings.get(0).at();
        sweep.add(Nanos.NONE, first, StateValue.UNKNOWN, ReasonCode.NEVER_OBSERVED, Stretch.NO_ROW);
        for (int i = 0; i < sightings.size(); i++) {
            long next = i + 1 < sightings.size() ? sightings.get(i + 1).at() : Nanos.FOREVER;
            sweep.see(sightings.get(i), next);
        }
        return sweep.stretches;
    }

    private void see(Sighting sighting, long next) {
        flipBackTo(sighting);
        long trusted = Math.min(next, trust.until().applyAsLong(sighting.at()));
        add(sighting.at(), trusted, sighting.value(), why(sighting.value()), sighting.row());
        add(trusted, next, StateValue.UNKNOWN, trust.lapse(), sighting.row());
    }

    /** Between a look that was right and the next that is wrong, the pessimist takes all to be wrong. */
    private void flipBackTo(Sighting sighting) {
        if (sighting.value() == StateValue.TRUE) {
            rightAt = OptionalLong.of(sighting.at());
        } else if (sighting.value() == StateValue.FALSE) {
            if (flip == Flip.PESSIMISTIC && rightAt.isPresent()) {
                cutBackTo(rightAt.getAsLong());
                add(rightAt.getAsLong(), sighting.at(), StateValue.FALSE, ReasonCode.STATE_FALSE, sighting.row());
            }
            rightAt = OptionalLong.empty();
        }
    }

    private void cutBackTo(long instant) {
        int last = stretches.size() - 1;
        while (last >= 0 && stretches.get(last).window().from() >= instant) {
            stretches.remove(last--);
        }
        if (last >= 0) {
            stretches.set(last, stretches.get(last).before(instant));
        }
    }

    private static ReasonCode why(StateValue value) {
        return switch (value) {
            case TRUE -> ReasonCode.SATISFIED;
            case FALSE -> ReasonCode.STATE_FALSE;
            case UNKNOWN -> ReasonCode.EXPRESSION_ERROR;
            case EXCUSED -> throw new IllegalArgumentException("no look at an asset excuses it");
        };
    }

    private void add(long from, long to, StateValue value, ReasonCode why, int row) {
        Window part = new Window(from, to).intersect(window);
        if (part.isEmpty()) {
            return;
        }
        Stretch stretch = new Stretch(part, value, why, row);
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).isContinuedBy(stretch)) {
            stretches.set(last, stretches.get(last).continuedBy(stretch));
        } else {
            stretches.add(stretch);
        }
    }
}
