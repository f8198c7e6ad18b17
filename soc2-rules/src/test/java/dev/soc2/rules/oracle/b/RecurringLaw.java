package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** COMPLETENESS with `{initial, repeat}`: a match, and then another one again and again. */
record RecurringLaw(Pick left, Pick right, Duration initial, Duration repeat) implements Law {

    @Override
    public String yaml() {
        return "{kind: COMPLETENESS, left: " + left.yaml() + ", right: " + right.yaml()
                + ", match: [subject], within: {initial: " + initial + ", repeat: " + repeat + "}}";
    }

    @Override
    public Optional<Pick> population() {
        return Optional.of(left);
    }

    @Override
    public List<Found> items(World world) {
        List<Found> items = new ArrayList<>();
        for (Rec l : world.sure(left)) {
            chain(world, l, items);
        }
        return items;
    }

    /** Orphans are for the pairs. */
    @Override
    public boolean ignores(ItemResult item) {
        return item.reason() == ReasonCode.ORPHAN_RIGHT;
    }

    private void chain(World world, Rec l, List<Found> items) {
        List<Instant> matches = world.sure(right).stream()
                .filter(r -> r.subject().equals(l.subject()) && !r.at().isBefore(l.at()))
                .map(Rec::at)
                .distinct()
                .sorted()
                .toList();
        Instant from = l.at();
        Instant due = from.plus(initial);
        boolean first = true;
        while (from.isBefore(world.close())) {
            Instant after = from;
            boolean inclusive = first;
            Optional<Instant> met = matches.stream()
                    .filter(m -> inclusive ? !m.isBefore(after) : m.isAfter(after))
                    .findFirst();
            Instant limit = due;
            Instant again = due.plus(repeat);
            boolean vain = met.isEmpty() || !met.get().isBefore(again);
            Instant belongs = met.filter(m -> m.isBefore(limit)).orElse(limit);
            boolean inside = first ? world.inside(l.at()) : belongsTo(world, belongs);
            if (inside) {
                items.add(item(
                        world,
                        l,
                        first ? l.id() : l.id() + " after " + from,
                        from,
                        due,
                        vain ? Optional.empty() : met));
            }
            first = false;
            from = vain ? due : met.get();
            due = from.plus(repeat);
            if (vain && limit.isAfter(world.asOf())) {
                return;
            }
        }
    }

    private static boolean belongsTo(World world, Instant at) {
        return !at.isBefore(world.start()) && at.isBefore(world.close());
    }

    private Found item(World world, Rec l, String id, Instant from, Instant due, Optional<Instant> met) {
        if (met.filter(m -> !m.isAfter(due)).isPresent()) {
            return Found.of(id, l.subject(), ItemOutcome.CONFORMING, ReasonCode.ON_TIME, from);
        }
        if (due.isAfter(world.asOf())) {
            return Found.of(id, l.subject(), ItemOutcome.PENDING, ReasonCode.NOT_YET_DUE, from);
        }
        if (world.silence(right, from, due) == World.Silence.UNREAD) {
            return Found.of(id, l.subject(), ItemOutcome.UNDETERMINED, ReasonCode.SOURCE_GAP, from);
        }
        return world.deviation(
                id, l.subject(), met.isPresent() ? ReasonCode.LATE : ReasonCode.UNMATCHED_LEFT, due, from);
    }
}
