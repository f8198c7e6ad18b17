package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OCCURRENCE: when something happens, a record with what is required follows. */
final class OccurrenceOracle implements OracleKind {

    @Override
    public OracleCase draw(OracleDice dice) {
        LocalDate[] days = dice.period();
        OracleCase frame = new OracleCase("", Map.of(), days[0], days[1], Instant.EPOCH, false, List.of());
        boolean guarded = dice.chance(40);
        Optional<String> source = dice.chance(60) ? Optional.of("desk") : Optional.empty();
        Optional<String> within = dice.chance(80)
                ? Optional.of(dice.pick("P10D", "PT24H", "P1M", "1BD", "8BH", "P1D", "PT0S"))
                : Optional.empty();
        boolean require = dice.chance(50);
        dice.interesting(frame.start());
        dice.interesting(frame.end());
        dice.interesting(dice.between(frame.start(), frame.end()));
        dice.interesting(Instant.parse("2025-03-09T06:59:59Z"));
        List<OracleFact> facts = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            Instant at = dice.time();
            OracleFact trigger = OracleFact.of(dice.id("t"), "o.begun", dice.pick("s1", "s2"), at, "hub")
                    .by(dice.pick("ann", "bob"));
            facts.add(dice.chance(80) ? trigger.with("ok", dice.chance(85)) : trigger);
            dice.interesting(at);
            within.ifPresent(w -> dice.interesting(OracleClock.add(at, w)));
        }
        for (int i = dice.below(6); i > 0; i--) {
            OracleFact answer = OracleFact.of(
                            dice.id("a"), "o.done", dice.pick("s1", "s2"), dice.time(), dice.pick("desk", "desk", "b"))
                    .by(dice.pick("ann", "bob"));
            answer = dice.chance(80) ? answer.with("ok", dice.chance(85)) : answer;
            facts.add(dice.chance(80) ? answer.with("cause", dice.pick("x", "y")) : answer);
        }
        facts.addAll(dice.surroundings(List.of("desk", "b"), List.of("o.done", "o.begun"), List.of("s1", "s2", "t0")));
        Map<String, Object> given = new HashMap<>();
        given.put("guarded", guarded);
        given.put("require", require);
        given.put("source", source);
        given.put("within", within);
        String rule = "{kind: OCCURRENCE, calendar: us, trigger: {type: o.begun"
                + (guarded ? ", where: \"attributes.ok\"" : "")
                + "}, record: {type: o.done" + source.map(s -> ", source: " + s).orElse("")
                + (guarded ? ", where: \"attributes.ok\"" : "") + "}, match: [subject]"
                + within.map(w -> ", within: " + w).orElse("")
                + (require ? ", require: \"record.actor != trigger.actor && record.attributes.cause == 'x'\"" : "")
                + "}";
        if (within.isEmpty()
                || !within.get().endsWith("B" + within.get().charAt(within.get().length() - 1))) {
            rule = rule.replace("calendar: us, ", "");
        }
        return new OracleCase(
                rule, given, days[0], days[1], dice.asOf(frame.start(), frame.end()), dice.chance(15), facts);
    }

    /** Whether a record is picked: yes, no, or nobody can say. */
    private static Optional<Boolean> picked(OracleCase c, OracleFact fact) {
        return c.<Boolean>get("guarded")
                ? Optional.ofNullable((Boolean) fact.attributes().get("ok"))
                : Optional.of(true);
    }

    /** `record.actor != trigger.actor && record.attributes.cause == 'x'`, where false absorbs an error. */
    private static Optional<Boolean> good(OracleCase c, OracleFact trigger, OracleFact answer) {
        if (!c.<Boolean>get("require")) {
            return Optional.of(true);
        }
        if (answer.actor().equals(trigger.actor())) {
            return Optional.of(false);
        }
        return answer.text("cause").map("x"::equals);
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        List<OracleItem> items = new ArrayList<>();
        for (OracleFact trigger : c.seen("o.begun")) {
            Optional<Boolean> picked = picked(c, trigger);
            if (picked.isEmpty() && c.inWindow(trigger.at())) {
                items.add(OracleItem.undetermined(trigger.id(), "EXPRESSION_ERROR"));
            } else if (picked.orElse(false)) {
                item(c, trigger).ifPresent(items::add);
            }
        }
        return items;
    }

    private static Optional<OracleItem> item(OracleCase c, OracleFact trigger) {
        Optional<String> within = c.get("within");
        Optional<String> source = c.get("source");
        Optional<Instant> due = within.map(w -> OracleClock.add(trigger.at(), w));
        Optional<Instant> first = Optional.empty();
        boolean bad = false;
        boolean doubt = false;
        for (OracleFact answer : c.seen("o.done")) {
            if (!answer.subject().equals(trigger.subject())
                    || answer.at().isBefore(trigger.at())
                    || (source.isPresent() && !source.get().equals(answer.source()))) {
                continue;
            }
            Optional<Boolean> here = picked(c, answer);
            if (here.isPresent() && !here.get()) {
                continue;
            }
            Optional<Boolean> good = here.isEmpty() ? Optional.empty() : good(c, trigger, answer);
            if (good.isEmpty()) {
                // After the first good one nothing else is asked, unless the selector itself cannot say.
                doubt |= here.isEmpty() || first.isEmpty();
            } else if (good.get()) {
                first = first.or(() -> Optional.of(answer.at()));
            } else {
                bad = true;
            }
        }
        if (trigger.at().isBefore(c.start())) {
            boolean dueInside = due.isPresent()
                    && !due.get().isBefore(c.start())
                    && due.get().isBefore(c.end());
            boolean answered = first.isPresent() && first.get().isBefore(c.start());
            return dueInside && !answered
                    ? Optional.of(OracleItem.outOfScope(trigger.id(), "CARRY_IN"))
                    : Optional.empty();
        }
        if (!c.inWindow(trigger.at())) {
            return Optional.empty();
        }
        boolean inTime = first.isPresent() && (due.isEmpty() || !first.get().isAfter(due.get()));
        if (inTime) {
            return Optional.of(OracleItem.conforming(trigger.id(), due.isEmpty() ? "SATISFIED" : "ON_TIME"));
        }
        if (doubt) {
            return Optional.of(OracleItem.undetermined(trigger.id(), "EXPRESSION_ERROR"));
        }
        if (due.isPresent() && due.get().isAfter(c.asOf())) {
            return Optional.of(OracleItem.pending(trigger.id()));
        }
        // Without a limit the specification names no window of silence; it is the rest of the window.
        boolean read = due.isPresent()
                ? OracleListening.readUpTo(c, "o.done", source, trigger.at(), due.get())
                : OracleListening.read(c, "o.done", source, trigger.at(), c.windowEnd());
        if (!read) {
            return Optional.of(OracleItem.undetermined(trigger.id(), "SOURCE_GAP"));
        }
        return Optional.of(OracleExcuse.deviation(
                c,
                trigger.id(),
                trigger.subject(),
                due.orElse(trigger.at()),
                first.isPresent() ? "LATE" : bad ? "PREDICATE_FALSE" : "MISSING"));
    }
}
