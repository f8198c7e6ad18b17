package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.Recurring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches that must come again: the first within a limit of the left record, each other one within a limit of the match
 * before. What was never met is owed again one interval after it was due.
 *
 * <p>The first belongs to the window in which the left record lies, any other to the one in which it is met or due,
 * whichever comes first; so adjoining periods list each exactly once.
 */
final class Renewals {

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final CompletenessRule rule;
    private final Recurring recurring;
    private final Pairs pairs;
    private final Clock clock;
    private final Map<String, List<Long>> ends = new HashMap<>();

    Renewals(Evaluation evaluation, CompletenessRule rule, Recurring recurring, Pairs pairs) {
        this.evaluation = evaluation;
        this.timeline = evaluation.timeline;
        this.rule = rule;
        this.recurring = recurring;
        this.pairs = pairs;
        clock = new Clock(evaluation.zone(), Optional.empty());
        rule.retired()
                .ifPresent(retired -> evaluation
                        .scene
                        .pick(retired)
                        .rows()
                        .forEach(row -> ends.computeIfAbsent(timeline.subject(row), s -> new ArrayList<>())
                                .add(timeline.occurred(row))));
        ends.values().forEach(own -> own.sort(Comparator.naturalOrder()));
    }

    /**
     * What is owed once.
     *
     * @param from the left record or the match before, or when the one before was due in vain
     * @param due the last instant for it
     * @param first whether it is the first of its left record
     */
    private record Owed(long from, long due, boolean first) {}

    /** Settles everything that a left record owes in the window. */
    void settle(Pairs.Left left) {
        List<Integer> matches = pairs.rightsOf(left).stream()
                .filter(row -> timeline.occurred(row) >= left.at())
                .toList();
        long end = ends.getOrDefault(timeline.subject(left.row()), List.of()).stream()
                .filter(at -> at >= left.at())
                .findFirst()
                .orElse(Nanos.FOREVER);
        Owed owed = new Owed(left.at(), clock.plus(left.at(), recurring.initial()), true);
        int next = 0;
        while (owed.from() < evaluation.whole.to()) {
            long again = clock.plus(owed.due(), recurring.repeat());
            Optional<Integer> match = next < matches.size() && timeline.occurred(matches.get(next)) < again
                    ? Optional.of(matches.get(next))
                    : Optional.empty();
            if (Math.min(owed.due(), match.map(timeline::occurred).orElse(Nanos.FOREVER)) >= end) {
                return;
            }
            if (belongs(owed, match)) {
                settle(left, owed, match);
            }
            if (match.isEmpty() && owed.due() > evaluation.asOf()) {
                return;
            }
            long from = match.map(timeline::occurred).orElse(owed.due());
            while (match.isPresent() && next < matches.size() && timeline.occurred(matches.get(next)) == from) {
                next++;
            }
            owed = new Owed(from, match.isPresent() ? clock.plus(from, recurring.repeat()) : again, false);
        }
    }

    private boolean belongs(Owed owed, Optional<Integer> match) {
        if (owed.first()) {
            return evaluation.window.contains(owed.from());
        }
        long met = match.map(timeline::occurred).orElse(Nanos.FOREVER);
        return evaluation.whole.contains(Math.min(met, owed.due()));
    }

    private void settle(Pairs.Left left, Owed owed, Optional<Integer> match) {
        String id = owed.first() ? pairs.id(left) : pairs.id(left) + " after " + Nanos.instant(owed.from());
        Item item = new Item(id, timeline.subject(left.row()))
                .from(owed.from())
                .due(owed.due())
                .time(owed.first() ? left.at() : owed.due());
        pairs.evidence(left).forEach(item::evidence);
        match.ifPresent(row -> item.at(timeline.occurred(row)).evidence(timeline.id(row)));
        Findings findings = evaluation.findings;
        if (match.isPresent() && item.at <= owed.due()) {
            findings.conforming(item, ReasonCode.ON_TIME);
            return;
        }
        Optional<Integer> doubtful = pairs.doubtsOf(left).stream()
                .filter(row -> timeline.occurred(row) >= owed.from() && timeline.occurred(row) <= owed.due())
                .findFirst();
        if (doubtful.isPresent()) {
            findings.undetermined(
                    item.detail("record '" + timeline.id(doubtful.get()) + "' may be its match: "
                            + evaluation.scene.doubt(rule.right(), doubtful.get())),
                    ReasonCode.EXPRESSION_ERROR);
        } else if (owed.due() > evaluation.asOf()) {
            findings.pending(item);
        } else {
            evaluation.absent(
                    item,
                    rule.right(),
                    owed.from(),
                    owed.due() + 1,
                    match.isPresent() ? ReasonCode.LATE : ReasonCode.UNMATCHED_LEFT);
        }
    }
}
