package dev.soc2.rules.oracle.a;

import dev.soc2.rules.oracle.a.OracleLives.Life;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** FRESHNESS: what was done stays good for a while, and something good is there all the time. */
final class FreshnessOracle implements OracleKind {

    /** A time in which nothing good was there: how it began, and when something good came. */
    private record Gap(
            Instant begun, Instant from, Instant to, Instant due, Optional<Instant> closed, boolean unknown) {

        boolean tooLong() {
            return to.isAfter(due);
        }
    }

    @Override
    public OracleCase draw(OracleDice dice) {
        LocalDate[] days = dice.period();
        OracleCase frame = new OracleCase("", Map.of(), days[0], days[1], Instant.EPOCH, false, List.of());
        String validity = dice.pick("P30D", "P1M", "P90D", "P1Y", "PT240H");
        String grace = dice.pick("P0D", "P1D", "PT24H", "P14D");
        String mode = dice.pick("NONE", "NONE", "LIST", "SEEN");
        Optional<String> source = dice.chance(60) ? Optional.of("grc") : Optional.empty();
        dice.interesting(frame.start());
        dice.interesting(frame.end());
        Instant base = dice.chance(50) ? frame.start().minusSeconds(86_400L * dice.below(60)) : dice.time();
        for (int i = 0; i < 5 && base.isBefore(frame.end()); i++) {
            dice.interesting(base);
            base = OracleClock.add(base, validity);
            dice.interesting(base);
            base = dice.chance(50) ? base : OracleClock.add(base, grace);
        }
        List<OracleFact> facts = new ArrayList<>();
        for (int i = dice.below(8); i > 0; i--) {
            facts.add(OracleFact.of(
                    dice.id("r"), "c.done", dice.pick("s1", "s1", "s2"), dice.time(), dice.pick("grc", "grc", "b")));
        }
        facts.addAll(dice.surroundings(List.of("grc", "b"), List.of("c.done", "c.other"), List.of("s1", "*")));
        Map<String, Object> given = new HashMap<>();
        given.put("validity", validity);
        given.put("grace", grace);
        given.put("mode", mode);
        given.put("source", source);
        String rule = "{kind: FRESHNESS, of: {type: c.done"
                + source.map(s -> ", source: " + s).orElse("") + "}, validity: " + validity + ", grace: " + grace
                + OracleLives.written(mode) + "}";
        return new OracleCase(
                rule, given, days[0], days[1], dice.asOf(frame.start(), frame.end()), dice.chance(10), facts);
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        Optional<String> source = c.get("source");
        List<OracleFact> occurrences = c.seen("c.done").stream()
                .filter(f -> source.isEmpty() || source.get().equals(f.source()))
                .toList();
        return OracleLives.of(c, c.get("mode"), occurrences).stream()
                .map(life -> item(c, life))
                .toList();
    }

    private static Instant good(OracleCase c, Instant at) {
        return OracleClock.add(at, c.get("validity"));
    }

    /** The uncovered parts of the window, found by walking from one end of something good to the next record. */
    private static List<Gap> gaps(OracleCase c, Life life) {
        List<Instant> times = life.occurrences().stream().map(OracleFact::at).toList();
        List<Gap> gaps = new ArrayList<>();
        Instant from = c.start();
        while (from.isBefore(c.windowEnd())) {
            Instant here = from;
            Optional<Instant> until = times.stream()
                    .filter(t -> !t.isAfter(here) && good(c, t).isAfter(here))
                    .map(t -> good(c, t))
                    .max(Comparator.naturalOrder());
            if (until.isPresent()) {
                from = until.get();
                continue;
            }
            Optional<Instant> ended = times.stream()
                    .filter(t -> !t.isAfter(here))
                    .map(t -> good(c, t))
                    .max(Comparator.naturalOrder());
            Instant begun = ended.orElse(c.start());
            Optional<Instant> closed =
                    times.stream().filter(t -> t.isAfter(here)).findFirst();
            Instant to = closed.filter(t -> t.isBefore(c.windowEnd())).orElse(c.windowEnd());
            Instant due = OracleClock.add(begun, c.get("grace"));
            gaps.add(new Gap(begun, here, to, due, closed, ended.isEmpty()));
            from = to;
        }
        return gaps;
    }

    private static OracleItem item(OracleCase c, Life life) {
        Optional<String> source = c.get("source");
        String id = life.name().isEmpty() ? "*" : life.name();
        List<Gap> gaps = gaps(c, life);
        List<Gap> bad = gaps.stream().filter(Gap::tooLong).toList();
        if (gaps.isEmpty()) {
            return OracleItem.conforming(id, "SATISFIED");
        }
        if (bad.isEmpty()) {
            Gap last = gaps.get(gaps.size() - 1);
            boolean whole = last.from().equals(c.start()) && last.to().equals(c.windowEnd());
            if (whole && last.closed().isEmpty()) {
                return last.due().isAfter(c.asOf()) ? OracleItem.pending(id) : OracleItem.outOfScope(id, "CARRY_OUT");
            }
            return OracleItem.conforming(id, gaps.get(0).unknown() ? "NO_LOOKBACK" : "LATE_IN_GRACE");
        }
        List<Gap> standing = new ArrayList<>();
        Optional<String> doubt = Optional.empty();
        for (Gap gap : bad) {
            boolean mayBeGood = gap.unknown()
                    && gap.closed().isPresent()
                    && !OracleListening.shown(
                            c, "c.done", source, OracleClock.before(c.start(), c.get("validity")), c.start());
            if (mayBeGood) {
                doubt = doubt.or(() -> Optional.of("NO_LOOKBACK"));
            } else if (!OracleListening.read(c, "c.done", source, gap.from(), gap.to())) {
                doubt = doubt.or(() -> Optional.of("SOURCE_GAP"));
            } else if (OracleExcuse.deviation(c, id, life.name(), gap.due(), "LATE")
                    .outcome()
                    .equals("DEVIATION")) {
                standing.add(gap);
            }
        }
        // What is not closed stands beside a doubt; what is merely late does not, since the doubt may hide worse.
        if (standing.stream().anyMatch(g -> g.closed().isEmpty())) {
            return new OracleItem(id, "DEVIATION", "NOT_FRESH");
        }
        if (doubt.isEmpty() && !standing.isEmpty()) {
            return new OracleItem(id, "DEVIATION", "LATE");
        }
        return doubt.map(why -> OracleItem.undetermined(id, why))
                .orElseGet(() -> new OracleItem(id, "EXCUSED", "EXCUSED_BEFORE_DUE"));
    }
}
