package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.TextOrder;
import dev.soc2.rules.internal.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One look at an asset.
 *
 * @param at when
 * @param value what it showed; unknown when the record does not let us say
 * @param row row of the record
 */
record Sighting(long at, StateValue value, int row) {

    /** In order of time; of several at one instant the worst. */
    static List<Sighting> inOrder(List<Sighting> sightings, Timeline timeline) {
        if (isInOrder(sightings)) {
            return sightings;
        }
        Comparator<Sighting> worstFirst = Comparator.comparingLong(Sighting::at)
                .thenComparing(Sighting::value, Comparator.reverseOrder())
                .thenComparing(sighting -> timeline.id(sighting.row), TextOrder.UTF8);
        List<Sighting> ordered = new ArrayList<>();
        for (Sighting sighting : sightings.stream().sorted(worstFirst).toList()) {
            if (ordered.isEmpty() || ordered.get(ordered.size() - 1).at < sighting.at) {
                ordered.add(sighting);
            }
        }
        return ordered;
    }

    private static boolean isInOrder(List<Sighting> sightings) {
        for (int i = 1; i < sightings.size(); i++) {
            if (sightings.get(i - 1).at >= sightings.get(i).at) {
                return false;
            }
        }
        return true;
    }
}
