package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.SlaOptions;
import java.util.List;
import java.util.Optional;

/**
 * When a scan first did not see something any more: the first scan of its asset after it was last seen. A scan that did
 * not run sees nothing and shows nothing.
 */
final class SlaScans {

    private final Timeline timeline;
    private final SlaOptions.Unseen unseen;
    private final Tied scans;
    private final Tied sightings;
    private final Optional<SlaReopenings> reopenings;

    SlaScans(Evaluation evaluation, SlaOptions.Unseen unseen, Optional<SlaReopenings> reopenings) {
        this.unseen = unseen;
        this.reopenings = reopenings;
        timeline = evaluation.timeline;
        scans = new Tied(evaluation, unseen.scan(), unseen.match());
        sightings = new Tied(evaluation, unseen.seen(), unseen.again());
    }

    SlaOptions.Unseen unseen() {
        return unseen;
    }

    /** When it was last seen; the trigger itself is a sighting. */
    long lastSeen(SlaDuty duty) {
        long own = Math.max(duty.start(), timeline.occurred(duty.trigger()));
        List<Integer> rows = sightings.rows(sightings.key(duty.lefts()));
        return rows.isEmpty() ? own : Math.max(own, timeline.occurred(rows.get(rows.size() - 1)));
    }

    /** The scan that does not see it any more, unless it is undone. */
    Stop stop(SlaDuty duty) {
        List<Integer> rows = scans.rows(scans.key(duty.lefts()));
        long seen = lastSeen(duty);
        int next = scans.firstAtOrAfter(rows, seen + 1);
        Optional<List<String>> undone = reopenings.flatMap(r -> r.key(duty.lefts()));
        while (next < rows.size()) {
            long at = timeline.occurred(rows.get(next));
            Optional<Integer> undoing = reopenings.flatMap(r -> r.undoing(undone, at));
            if (undoing.isEmpty()) {
                return Stop.at(at, timeline.id(rows.get(next)));
            }
            next = scans.firstAtOrAfter(rows, Math.max(at, timeline.occurred(undoing.get())) + 1);
        }
        return Stop.NONE;
    }

    /** Why it cannot be said when it was last seen, or by which scan it was not. */
    Optional<String> doubt(SlaDuty duty, long until) {
        return sightings
                .doubtful(sightings.key(duty.lefts()), duty.start(), until)
                .map(row -> sightings.doubt(row, "a sighting of it"))
                .or(() -> scans.doubtful(scans.key(duty.lefts()), lastSeen(duty) + 1, until)
                        .map(row -> scans.doubt(row, "a scan of its asset")));
    }

    /** That nobody looked after it was last seen. */
    Stop unlooked(long seen) {
        return Stop.unknown(
                "no scan of its asset after it was last seen at " + Nanos.instant(seen) + ": not seen again is no fix",
                ReasonCode.SOURCE_GAP);
    }
}
