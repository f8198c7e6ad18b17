package dev.soc2.rules.oracle.a;

import dev.soc2.rules.oracle.a.OracleLives.Life;
import dev.soc2.rules.oracle.a.OracleLives.Subject;
import dev.soc2.rules.oracle.a.OracleSlots.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CADENCE on the calendar. */
final class CadenceOracle implements OracleKind {

    @Override
    public OracleCase draw(OracleDice dice) {
        LocalDate[] days = dice.period();
        String unit = dice.chance(15)
                ? dice.pick("DAY", "BUSINESS_DAY")
                : dice.pick("MONTH", "QUARTER", "HALF_YEAR", "YEAR", "WEEK", "MONTH", "QUARTER");
        if (unit.contains("DAY")) {
            days[1] = days[0].plusDays(dice.below(9));
        }
        OracleCase frame = new OracleCase("", Map.of(), days[0], days[1], Instant.EPOCH, false, List.of());
        String grace = switch (unit) {
            case "DAY", "BUSINESS_DAY" -> dice.pick("", "PT6H");
            case "WEEK" -> dice.pick("", "P1D", "PT24H");
            default -> dice.pick("", "P10D", "PT36H", "P1D");
        };
        int required = dice.chance(80) ? 1 : 2;
        String mode = dice.pick("NONE", "NONE", "NONE", "LIST", "SEEN", "BORN");
        Optional<String> source = dice.chance(60) ? Optional.of("grc") : Optional.empty();
        String slots = dice.pick("REQUIRE_IF_DUE", "REQUIRE_IF_DUE", "REQUIRE_ALL_TOUCHED", "REQUIRE_FULL_ONLY");
        dice.interesting(frame.start());
        dice.interesting(frame.end());
        List<Slot> near = OracleSlots.all(unit).stream()
                .filter(s -> s.after().isAfter(days[0].minusDays(unit.contains("DAY") ? 2 : 60))
                        && s.first().isBefore(days[1].plusDays(unit.contains("DAY") ? 3 : 60)))
                .toList();
        near.forEach(s -> {
            dice.interesting(s.end());
            dice.interesting(grace.isEmpty() ? s.start() : OracleClock.add(s.end(), grace));
            dice.interesting(dice.between(s.start(), s.end()));
        });
        List<OracleFact> facts = new ArrayList<>();
        for (int i = dice.below(9); i > 0; i--) {
            OracleFact fact = OracleFact.of(
                    dice.id("r"), "c.done", dice.pick("s1", "s1", "s2"), dice.time(), dice.pick("grc", "grc", "b"));
            facts.add(dice.chance(15) ? fact.with("coversPeriod", dice.of(near).name()) : fact);
        }
        facts.addAll(OracleLives.facts(dice, mode));
        String prefix = mode.equals("NONE") ? "" : "s1 ";
        facts.addAll(dice.surroundings(
                List.of("grc", "b"),
                List.of("c.done", "c.other"),
                mode.equals("NONE")
                        ? List.of(dice.of(near).name(), dice.of(near).name())
                        : List.of("s1", "s2", prefix + dice.of(near).name())));
        Map<String, Object> given = new HashMap<>();
        given.put("unit", unit);
        given.put("grace", grace);
        given.put("required", required);
        given.put("mode", mode);
        given.put("source", source);
        given.put("slots", slots);
        String rule = "{kind: CADENCE, of: {type: c.done" + source.map(s -> ", source: " + s).orElse("") + "}, every: "
                + unit + (grace.isEmpty() ? "" : ", grace: " + grace) + ", required: " + required + ", slots: " + slots
                + (unit.equals("BUSINESS_DAY") ? ", calendar: us" : "") + OracleLives.written(mode) + "}";
        return new OracleCase(
                rule, given, days[0], days[1], dice.asOf(frame.start(), frame.end()), dice.chance(10), facts);
    }

    private static Instant limit(OracleCase c, Slot slot) {
        String grace = c.get("grace");
        return grace.isEmpty() ? slot.end() : OracleClock.add(slot.end(), grace);
    }

    private static boolean owed(OracleCase c, Slot s) {
        return switch (c.text("slots")) {
            case "REQUIRE_IF_DUE" -> s.end().isAfter(c.start()) && !s.end().isAfter(c.end());
            case "REQUIRE_FULL_ONLY" -> !s.start().isBefore(c.start()) && !s.end().isAfter(c.end());
            default -> s.end().isAfter(c.start()) && s.start().isBefore(c.end());
        };
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        List<OracleItem> items = new ArrayList<>();
        for (Subject subject : OracleLives.of(c, c.get("mode"), "c.done")) {
            items.addAll(of(c, subject));
        }
        return items;
    }

    private static List<OracleFact> occurrences(OracleCase c, Subject subject) {
        Optional<String> source = c.get("source");
        return c.seen("c.done").stream()
                .filter(f -> subject.name().isEmpty() || f.subject().equals(subject.name()))
                .filter(f -> source.isEmpty() || source.get().equals(f.source()))
                .toList();
    }

    private static List<OracleItem> of(OracleCase c, Subject subject) {
        Optional<String> source = c.get("source");
        List<Slot> calendar = OracleSlots.all(c.get("unit"));
        List<OracleFact> occurrences = occurrences(c, subject);
        boolean lookback = occurrences.stream().anyMatch(f -> f.at().isBefore(c.start()));
        List<Slot> taking = new ArrayList<>();
        List<Slot> left = new ArrayList<>();
        for (Slot slot : calendar) {
            boolean alive = subject.lives().stream().anyMatch((Life l) -> l.holds(slot.start(), slot.end()));
            if (alive && owed(c, slot)) {
                taking.add(slot);
            } else if (alive && !slot.end().isAfter(c.start()) && limit(c, slot).isAfter(c.start())) {
                boolean known = lookback || OracleListening.shown(c, "c.done", source, slot.start(), limit(c, slot));
                (known ? taking : left).add(slot);
            }
        }
        Map<String, List<OracleFact>> given = match(c, taking, occurrences);
        List<OracleItem> items = new ArrayList<>();
        List<OracleFact> lateUsed = new ArrayList<>();
        for (Slot slot : taking) {
            List<OracleFact> own = given.get(slot.name());
            int lacking = c.<Integer>get("required") - own.size();
            boolean late = lacking > 0 && late(c, slot, taking, occurrences, lateUsed, lacking);
            if (owed(c, slot)) {
                items.add(item(c, subject, slot, given, left, late));
            }
        }
        return items;
    }

    /** Named ones first, then in order of time to the earliest open slot. */
    private static Map<String, List<OracleFact>> match(OracleCase c, List<Slot> slots, List<OracleFact> occurrences) {
        int required = c.get("required");
        Map<String, List<OracleFact>> given = new HashMap<>();
        slots.forEach(s -> given.put(s.name(), new ArrayList<>()));
        for (boolean named : new boolean[] {true, false}) {
            for (OracleFact f : occurrences) {
                if (f.text("coversPeriod").isPresent() != named) {
                    continue;
                }
                slots.stream()
                        .filter(s -> !named || s.name().equals(f.text("coversPeriod").orElseThrow()))
                        .filter(s -> !f.at().isBefore(s.start()) && f.at().isBefore(limit(c, s)))
                        .filter(s -> given.get(s.name()).size() < required)
                        .findFirst()
                        .ifPresent(s -> given.get(s.name()).add(f));
            }
        }
        return given;
    }

    private static long satisfied(OracleCase c, List<Slot> slots, List<OracleFact> occurrences) {
        return match(c, slots, occurrences).values().stream()
                .filter(l -> l.size() == c.<Integer>get("required"))
                .count();
    }

    /** Finds late answers for all that a slot lacks; those found are used up. */
    private static boolean late(
            OracleCase c,
            Slot slot,
            List<Slot> taking,
            List<OracleFact> occurrences,
            List<OracleFact> used,
            int lacking) {
        List<Slot> calendar = OracleSlots.all(c.get("unit"));
        Slot following = calendar.get(calendar.indexOf(slot) + 1);
        int found = 0;
        for (OracleFact f : occurrences) {
            if (found == lacking || used.contains(f)) {
                continue;
            }
            boolean names = f.text("coversPeriod").equals(Optional.of(slot.name()));
            boolean after = !f.at().isBefore(limit(c, slot));
            boolean mayServe = names
                    || f.text("coversPeriod").isEmpty() && f.at().isBefore(following.end());
            if (!after || !mayServe) {
                continue;
            }
            List<OracleFact> before = new ArrayList<>(occurrences);
            before.removeAll(used);
            List<OracleFact> without = new ArrayList<>(before);
            without.remove(f);
            boolean spare = satisfied(c, taking, without) == satisfied(c, taking, before);
            boolean open = c.asOf().isBefore(limit(c, following));
            if (names || spare || open) {
                used.add(f);
                found++;
            }
        }
        return found == lacking;
    }

    private static OracleItem item(
            OracleCase c, Subject subject, Slot slot, Map<String, List<OracleFact>> given, List<Slot> left, boolean late) {
        String id = subject.prefix() + slot.name();
        List<OracleFact> own = given.get(slot.name());
        Optional<String> source = c.get("source");
        if (own.size() == c.<Integer>get("required")) {
            if (own.stream().allMatch(f -> f.at().isBefore(c.start()))) {
                return OracleItem.outOfScope(id, "PERFORMED_BEFORE_PERIOD");
            }
            if (own.stream().anyMatch(f -> !f.at().isBefore(slot.end()))) {
                return OracleItem.conforming(id, "LATE_IN_GRACE");
            }
            boolean noLookback = own.stream()
                    .filter(f -> f.text("coversPeriod").isEmpty())
                    .anyMatch(f -> left.stream().anyMatch(s -> f.at().isBefore(limit(c, s))));
            return OracleItem.conforming(id, noLookback ? "NO_LOOKBACK" : "ON_TIME");
        }
        if (c.asOf().isBefore(limit(c, slot))) {
            return OracleItem.pending(id);
        }
        if (!OracleListening.read(c, "c.done", source, slot.start(), limit(c, slot))) {
            return OracleItem.undetermined(id, "SOURCE_GAP");
        }
        return OracleExcuse.deviation(c, id, subject.name(), limit(c, slot), late ? "LATE" : "MISSING");
    }
}
