package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.ControlVersion;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.rules.internal.timeline.Nanos;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When each version of a control was in force, oldest first; a control that never changed has one life, without a
 * version.
 *
 * @param all the lives, apart
 */
record Lives(List<OfVersion> all) {

    /**
     * When a version was in force.
     *
     * @param version the version; empty: the control never changed
     * @param window its time
     */
    record OfVersion(Optional<ControlVersion> version, Window window) {}

    Lives {
        all = List.copyOf(all);
    }

    static Lives of(Control control, ZoneId zone) {
        Window existence = window(control.operates(), zone);
        if (control.versions().isEmpty()) {
            return new Lives(List.of(new OfVersion(Optional.empty(), existence)));
        }
        return new Lives(control.versions().stream()
                .map(v -> new OfVersion(
                        Optional.of(v), window(v.effective(), zone).intersect(existence)))
                .filter(life -> !life.window().isEmpty())
                .toList());
    }

    private static Window window(EffectiveDates dates, ZoneId zone) {
        long from = dates.from().map(day -> Instants.startOf(day, zone)).orElse(Nanos.NONE);
        long to = dates.to().map(day -> Instants.startOf(day.plusDays(1), zone)).orElse(Nanos.FOREVER);
        return new Window(from, to);
    }

    /** From the first day of the first version to the last day of the last. */
    Window hull() {
        return all.isEmpty()
                ? new Window(0, 0)
                : new Window(
                        all.get(0).window().from(),
                        all.get(all.size() - 1).window().to());
    }

    List<Window> windows() {
        return all.stream().map(OfVersion::window).toList();
    }

    /**
     * Whether an item belongs to a version: the one in force when it began. What began while there was none belongs to
     * the first that it reaches, as a slot belongs to a control that was born in it; what began before all of them to
     * the first.
     */
    boolean owns(OfVersion life, Item item) {
        Window span = item.span();
        long from = item.begins();
        return all.stream()
                .filter(l -> l.window().contains(from))
                .findFirst()
                .or(() -> all.stream()
                        .filter(l -> l.window().overlaps(Math.max(span.from(), from), span.to()))
                        .findFirst())
                .or(() -> all.stream()
                        .limit(1)
                        .filter(l -> from < l.window().from())
                        .findFirst())
                .filter(life::equals)
                .isPresent();
    }
}
