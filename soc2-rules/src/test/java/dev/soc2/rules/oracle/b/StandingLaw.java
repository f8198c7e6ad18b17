package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** COMPLETENESS with `at: MONTH`: what the left source showed in a month the right one knows by the end of it. */
record StandingLaw(Pick left, Pick right) implements Law {

    @Override
    public String yaml() {
        return "{kind: COMPLETENESS, left: " + left.yaml() + ", right: " + right.yaml()
                + ", match: [subject], at: MONTH}";
    }

    @Override
    public Optional<Pick> population() {
        return Optional.of(left);
    }

    @Override
    public List<Found> items(World world) {
        List<Found> items = new ArrayList<>();
        YearMonth last = YearMonth.from(world.last());
        for (YearMonth month = YearMonth.from(world.first()); !month.isAfter(last); month = month.plusMonths(1)) {
            Instant from = month.atDay(1).atStartOfDay(world.zone()).toInstant();
            Instant to = month.plusMonths(1).atDay(1).atStartOfDay(world.zone()).toInstant();
            if (to.isAfter(world.asOf())) {
                continue; // nothing stands at the end of a month that is not over
            }
            List<Rec> shown = world.sure(left).stream()
                    .filter(r -> !r.at().isBefore(from) && r.at().isBefore(to))
                    .toList();
            if (shown.isEmpty() && world.silence(left, from, to.minusNanos(1)) == World.Silence.UNREAD) {
                items.add(Found.of(month.toString(), "", ItemOutcome.UNDETERMINED, ReasonCode.SOURCE_GAP, from));
            }
            String slot = month.toString();
            shown.stream()
                    .map(Rec::subject)
                    .distinct()
                    .forEach(key -> items.add(item(world, slot + " " + key, key, from, to)));
        }
        return items;
    }

    private Found item(World world, String id, String key, Instant from, Instant to) {
        boolean known = world.sure(right).stream().anyMatch(r -> r.subject().equals(key) && r.at().isBefore(to));
        if (known) {
            return Found.of(id, key, ItemOutcome.CONFORMING, ReasonCode.SATISFIED, from);
        }
        if (world.silence(right, from, to.minusNanos(1)) == World.Silence.UNREAD) {
            return Found.of(id, key, ItemOutcome.UNDETERMINED, ReasonCode.SOURCE_GAP, from);
        }
        return world.deviation(id, key, ReasonCode.UNMATCHED_LEFT, to, from);
    }
}
