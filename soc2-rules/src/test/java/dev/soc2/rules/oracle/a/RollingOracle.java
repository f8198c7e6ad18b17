package dev.soc2.rules.oracle.a;

import dev.soc2.rules.oracle.a.OracleLives.Life;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CADENCE as the longest interval between two occurrences. */
final class RollingOracle implements OracleKind {

    @Override
    public OracleCase draw(OracleDice dice) {
        LocalDate[] days = dice.period();
        OracleCase frame = new OracleCase("", Map.of(), days[0], days[1], Instant.EPOCH, false, List.of());
        String every = dice.pick("P30D", "P1M", "P14D", "PT240H", "P92D", "P1Y");
        String grace = dice.pick("", "P1D", "PT24H", "P7D");
        String mode = dice.pick("NONE", "NONE", "LIST", "SEEN");
        Optional<Integer> floor = dice.chance(40) ? Optional.of(dice.below(3)) : Optional.empty();
        Optional<String> source = dice.chance(60) ? Optional.of("grc") : Optional.empty();
        dice.interesting(frame.start());
        dice.interesting(frame.end());
        Instant at = dice.time();
        for (int i = 0; i < 8 && at.isBefore(frame.end()); i++) {
            dice.interesting(at);
            at = OracleClock.add(at, every);
            dice.interesting(at);
            at = grace.isEmpty() || dice.chance(50) ? at : OracleClock.add(at, grace);
        }
        List<OracleFact> facts = new ArrayList<>();
        for (int i = dice.below(9); i > 0; i--) {
            facts.add(OracleFact.of(
                    dice.id("r"), "c.done", dice.pick("s1", "s1", "s2"), dice.time(), dice.pick("grc", "grc", "b")));
        }
        facts.addAll(dice.surroundings(
                List.of("grc", "b"),
                List.of("c.done", "c.other"),
                List.of("s1", "gap " + dice.time(), "minInPeriod", "s1 minInPeriod", "gap " + frame.start())));
        Map<String, Object> given = new HashMap<>();
        given.put("every", every);
        given.put("grace", grace);
        given.put("mode", mode);
        given.put("source", source);
        given.put("floor", floor);
        String rule = "{kind: CADENCE, mode: ROLLING, of: {type: c.done"
                + source.map(s -> ", source: " + s).orElse("")
                + "}, every: " + every + (grace.isEmpty() ? "" : ", grace: " + grace)
                + floor.map(f -> ", minInPeriod: " + f).orElse("") + OracleLives.written(mode) + "}";
        return new OracleCase(
                rule, given, days[0], days[1], dice.asOf(frame.start(), frame.end()), dice.chance(10), facts);
    }

    private static Instant limit(OracleCase c, Instant from) {
        Instant at = OracleClock.add(from, c.get("every"));
        return c.text("grace").isEmpty() ? at : OracleClock.add(at, c.get("grace"));
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        Optional<String> source = c.get("source");
        List<OracleFact> occurrences = c.seen("c.done").stream()
                .filter(f -> source.isEmpty() || source.get().equals(f.source()))
                .toList();
        List<OracleItem> items = new ArrayList<>();
        OracleLives.of(c, c.get("mode"), occurrences).forEach(life -> items.addAll(of(c, life)));
        return items;
    }

    private static List<OracleItem> of(OracleCase c, Life life) {
        Optional<String> source = c.get("source");
        List<OracleItem> items = new ArrayList<>();
        List<Instant> times =
                life.occurrences().stream().map(OracleFact::at).distinct().toList();
        Optional<Instant> lookback =
                times.stream().filter(at -> at.isBefore(c.start())).reduce((one, next) -> next);
        List<Instant> inside = times.stream().filter(c::inWindow).toList();
        int floor = c.<Optional<Integer>>get("floor").orElseGet(() -> {
            int n = 0;
            for (Instant at = limit(c, c.start()); !at.isAfter(c.windowEnd()); at = limit(c, at)) {
                n++;
            }
            return n;
        });
        long found = life.occurrences().stream()
                .map(OracleFact::at)
                .filter(c::inWindow)
                .count();
        boolean tooLong = limit(c, c.start()).isBefore(c.windowEnd());
        if (floor == 0 && inside.isEmpty() && lookback.isEmpty() && !tooLong) {
            if (!life.name().isEmpty()) {
                items.add(OracleItem.undetermined(life.prefix() + "gap " + c.start(), "NO_LOOKBACK"));
            }
            return items;
        }
        Instant anchor = lookback.orElse(c.start());
        boolean known = lookback.isPresent();
        for (Instant next : inside) {
            if (next.isAfter(anchor)) {
                items.add(gap(c, life, anchor, Optional.of(next), known));
            }
            anchor = next;
            known = true;
        }
        if (limit(c, anchor).isBefore(c.windowEnd())) {
            Optional<Instant> closed =
                    times.stream().filter(at -> !at.isBefore(c.windowEnd())).findFirst();
            items.add(gap(c, life, anchor, closed, known));
        }
        // One on the very beginning ends no gap, and is listed only where nothing else would show it.
        if (items.isEmpty() && !inside.isEmpty() && lookback.isEmpty()) {
            items.add(OracleItem.conforming(life.prefix() + "gap " + c.start(), "NO_LOOKBACK"));
        }
        if (found < floor) {
            String id = life.prefix() + "minInPeriod";
            boolean said = c.<Optional<Integer>>get("floor").isPresent();
            if (said && c.asOf().isBefore(c.end())) {
                items.add(OracleItem.pending(id));
            } else if (!OracleListening.read(c, "c.done", source, c.start(), c.windowEnd())) {
                items.add(OracleItem.undetermined(id, "SOURCE_GAP"));
            } else {
                items.add(OracleExcuse.deviation(c, id, life.name(), c.windowEnd(), "MISSING"));
            }
        }
        return items;
    }

    private static OracleItem gap(OracleCase c, Life life, Instant from, Optional<Instant> to, boolean known) {
        Optional<String> source = c.get("source");
        String id = life.prefix() + "gap " + from;
        if (to.isPresent() && !to.get().isAfter(limit(c, from))) {
            boolean inGrace = to.get().isAfter(OracleClock.add(from, c.get("every")));
            return OracleItem.conforming(id, !known ? "NO_LOOKBACK" : inGrace ? OracleItem.ANY : "ON_TIME");
        }
        if (!OracleListening.read(
                c, "c.done", source, from, to.filter(c::inWindow).orElse(c.windowEnd()))) {
            return OracleItem.undetermined(id, "SOURCE_GAP");
        }
        return OracleExcuse.deviation(c, id, life.name(), limit(c, from), to.isPresent() ? "LATE" : "MISSING");
    }
}
