package dev.soc2.rules.oracle.a;

import dev.soc2.rules.oracle.a.OracleLives.Life;
import dev.soc2.rules.oracle.a.OracleSlots.Slot;
import java.time.Duration;
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
        String grace =
                switch (unit) {
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
        String rule = "{kind: CADENCE, of: {type: c.done"
                + source.map(s -> ", source: " + s).orElse("") + "}, every: "
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
            case "REQUIRE_FULL_ONLY" ->
                !s.start().isBefore(c.start()) && !s.end().isAfter(c.end());
            default -> s.end().isAfter(c.start()) && s.start().isBefore(c.end());
        };
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        Optional<String> source = c.get("source");
        List<OracleFact> occurrences = c.seen("c.done").stream()
                .filter(f -> source.isEmpty() || source.get().equals(f.source()))
                .toList();
        List<OracleItem> items = new ArrayList<>();
        // Slots after `asOf` are owed by the period as well: also by one who was born at `asOf`.
        for (Life life : OracleLives.of(c, c.get("mode"), occurrences, c.end())) {
            for (OracleItem item : of(c, life, life.occurrences())) {
                if (items.stream().noneMatch(other -> other.id().equals(item.id()))) {
                    items.add(item);
                }
            }
        }
        return items;
    }

    private static List<OracleItem> of(OracleCase c, Life life, List<OracleFact> occurrences) {
        Optional<String> source = c.get("source");
        List<Slot> calendar = OracleSlots.all(c.get("unit"));
        boolean lookback = occurrences.stream().anyMatch(f -> f.at().isBefore(c.start()));
        boolean named = calendar.stream()
                .filter(s -> s.start().isBefore(c.start()) && limit(c, s).isAfter(c.start()) && !owed(c, s))
                .anyMatch(s -> occurrences.stream()
                        .anyMatch(f -> f.text("coversPeriod").equals(Optional.of(s.name()))));
        List<Slot> taking = new ArrayList<>();
        List<Slot> left = new ArrayList<>();
        for (Slot slot : calendar) {
            boolean alive = life.holds(slot.start(), slot.end());
            if (alive && owed(c, slot)) {
                taking.add(slot);
            } else if (alive
                    && slot.start().isBefore(c.start())
                    && limit(c, slot).isAfter(c.start())) {
                boolean known =
                        lookback || named || OracleListening.shown(c, "c.done", source, slot.start(), limit(c, slot));
                (known ? taking : left).add(slot);
            }
        }
        if (taking.stream().noneMatch(slot -> owed(c, slot))) {
            return nothingOwed(c, life, calendar, occurrences);
        }
        List<OracleFact> pool = new ArrayList<>(occurrences);
        List<Slot> late = new ArrayList<>();
        for (Slot slot : taking) {
            if (!c.asOf().isBefore(limit(c, slot))
                    && !satisfied(c, taking, pool).contains(slot)) {
                List<OracleFact> answers = late(c, slot, taking, pool, calendar);
                if (!answers.isEmpty()) {
                    pool.removeAll(answers);
                    late.add(slot);
                }
            }
        }
        Map<String, List<OracleFact>> given = match(c, taking, pool);
        return taking.stream()
                .filter(slot -> owed(c, slot))
                .map(slot -> item(c, life, slot, given, left, late.contains(slot)))
                .toList();
    }

    /** No slot is owed: an occurrence inside is an item, and one of the slot length before needs none. */
    private static List<OracleItem> nothingOwed(
            OracleCase c, Life life, List<Slot> calendar, List<OracleFact> occurrences) {
        Optional<Instant> inside = occurrences.stream()
                .map(OracleFact::at)
                .filter(at -> c.inWindow(at) && !at.isBefore(life.from()) && at.isBefore(life.to()))
                .findFirst();
        if (inside.isPresent()) {
            return List.of(OracleItem.conforming(
                    life.prefix() + at(calendar, inside.get()).name(), OracleItem.ANY));
        }
        Slot first = at(calendar, c.start());
        Instant aSlotBefore = c.start().minus(Duration.between(first.start(), first.end()));
        boolean idle = occurrences.stream().anyMatch(f -> !f.at().isBefore(aSlotBefore) && f.at().isBefore(c.start()));
        // One of several subjects, of which nothing is known although it was there for more than a slot.
        boolean expected = !life.name().isEmpty()
                && !life.from()
                        .isAfter(calendar.get(calendar.indexOf(first) - 1).start())
                && !life.to().isBefore(c.end());
        return idle || !expected
                ? List.of()
                : List.of(OracleItem.undetermined(life.prefix() + first.name(), "NO_LOOKBACK"));
    }

    private static Slot at(List<Slot> calendar, Instant at) {
        return calendar.stream().filter(s -> at.isBefore(s.end())).findFirst().orElseThrow();
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
                        .filter(s ->
                                !named || s.name().equals(f.text("coversPeriod").orElseThrow()))
                        .filter(s -> !f.at().isBefore(s.start()) && f.at().isBefore(limit(c, s)))
                        .filter(s -> given.get(s.name()).size() < required)
                        .findFirst()
                        .ifPresent(s -> given.get(s.name()).add(f));
            }
        }
        return given;
    }

    private static List<Slot> satisfied(OracleCase c, List<Slot> slots, List<OracleFact> occurrences) {
        Map<String, List<OracleFact>> given = match(c, slots, occurrences);
        return slots.stream()
                .filter(s -> given.get(s.name()).size() == c.<Integer>get("required"))
                .toList();
    }

    /** Late answers for all that a slot lacks, or none. */
    private static List<OracleFact> late(
            OracleCase c, Slot slot, List<Slot> taking, List<OracleFact> pool, List<Slot> calendar) {
        Slot following = calendar.get(calendar.indexOf(slot) + 1);
        boolean open = c.asOf().isBefore(limit(c, following));
        int lacking = c.<Integer>get("required")
                - match(c, taking, pool).get(slot.name()).size();
        List<OracleFact> answers = new ArrayList<>();
        for (OracleFact f : pool) {
            boolean names = f.text("coversPeriod").equals(Optional.of(slot.name()));
            boolean serves = names || (f.text("coversPeriod").isEmpty() && f.at().isBefore(following.end()));
            if (answers.size() == lacking || !serves || f.at().isBefore(limit(c, slot))) {
                continue;
            }
            List<OracleFact> before = new ArrayList<>(pool);
            before.removeAll(answers);
            List<OracleFact> without = new ArrayList<>(before);
            without.remove(f);
            if (names || open || satisfied(c, taking, without).containsAll(satisfied(c, taking, before))) {
                answers.add(f);
            }
        }
        return answers.size() == lacking ? answers : List.of();
    }

    private static OracleItem item(
            OracleCase c, Life life, Slot slot, Map<String, List<OracleFact>> given, List<Slot> left, boolean late) {
        String id = life.prefix() + slot.name();
        List<OracleFact> own = given.get(slot.name());
        Optional<String> source = c.get("source");
        if (own.size() == c.<Integer>get("required")) {
            if (own.stream().allMatch(f -> f.at().isBefore(c.start()))) {
                return OracleItem.outOfScope(id, "PERFORMED_BEFORE_PERIOD");
            }
            boolean noLookback = own.stream()
                    .filter(f -> f.text("coversPeriod").isEmpty())
                    .anyMatch(f -> left.stream().anyMatch(s -> f.at().isBefore(limit(c, s))));
            boolean inGrace = own.stream().anyMatch(f -> !f.at().isBefore(slot.end()));
            return OracleItem.conforming(id, noLookback ? "NO_LOOKBACK" : inGrace ? "LATE_IN_GRACE" : "ON_TIME");
        }
        if (c.asOf().isBefore(limit(c, slot))) {
            return OracleItem.pending(id);
        }
        if (!OracleListening.read(c, "c.done", source, slot.start(), limit(c, slot))) {
            return OracleItem.undetermined(id, "SOURCE_GAP");
        }
        return OracleExcuse.deviation(c, id, life.name(), slot.end(), late ? "LATE" : "MISSING");
    }
}
