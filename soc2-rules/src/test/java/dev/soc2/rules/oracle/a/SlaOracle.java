package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SLA between two records, or on one, without the options that move a deadline or a stop. */
final class SlaOracle implements OracleKind {

    private static final List<String> LIMITS =
            List.of("P10D", "PT36H", "P1M", "2BD", "8BH", "30BH", "P1D", "PT24H", "1BD");

    @Override
    public OracleCase draw(OracleDice dice) {
        LocalDate[] days = dice.period();
        OracleCase frame = new OracleCase("", Map.of(), days[0], days[1], Instant.EPOCH, false, List.of());
        Map<String, Object> given = new HashMap<>();
        String limit = dice.of(LIMITS);
        boolean byValue = dice.chance(35);
        boolean oneRecord = dice.chance(35);
        boolean guarded = dice.chance(30);
        boolean own = dice.chance(20);
        Optional<String> general = byValue && dice.chance(60) ? Optional.empty() : Optional.of(limit);
        Optional<String> ofA = byValue ? Optional.of(dice.of(LIMITS)) : Optional.empty();
        Optional<String> ofB = byValue ? Optional.of(dice.of(LIMITS)) : Optional.empty();
        Optional<String> source = dice.chance(60) ? Optional.of("desk") : Optional.empty();
        boolean early = dice.chance(35);
        boolean dueInPeriod = dice.chance(30);
        given.put("limit", general);
        given.put("A", ofA);
        given.put("B", ofB);
        given.put("oneRecord", oneRecord);
        given.put("guarded", guarded);
        given.put("own", own);
        given.put("early", early);
        given.put("dueInPeriod", dueInPeriod);
        given.put("source", source);
        dice.interesting(frame.start());
        dice.interesting(frame.end());
        dice.interesting(dice.between(frame.start(), frame.end()));
        dice.interesting(Instant.parse("2025-03-09T01:30:00Z"));
        List<OracleFact> facts = new ArrayList<>();
        for (int i = dice.below(5); i > 0; i--) {
            Instant start = dice.time();
            OracleFact trigger =
                    OracleFact.of(dice.id("t"), "s.begun", dice.pick("s1", "s2"), own ? dice.time() : start, "hub");
            trigger = own && dice.chance(85) ? trigger.with("began", start.toString()) : trigger;
            trigger = dice.chance(85) ? trigger.with("ok", dice.chance(90)) : trigger;
            trigger = dice.chance(85) ? trigger.with("severity", dice.pick("A", "A", "B", "a", "C")) : trigger;
            for (Optional<String> each : List.of(general, ofA, ofB)) {
                each.ifPresent(l -> dice.interesting(OracleClock.add(start, l)));
            }
            dice.interesting(start);
            if (oneRecord && dice.chance(70)) {
                trigger = trigger.with("closed", dice.chance(92) ? dice.time().toString() : "yesterday");
            }
            facts.add(trigger);
        }
        for (int i = oneRecord ? 0 : dice.below(6); i > 0; i--) {
            OracleFact answer = OracleFact.of(
                    dice.id("a"), "s.done", dice.pick("s1", "s2"), dice.time(), dice.pick("desk", "desk", "b"));
            facts.add(dice.chance(85) ? answer.with("ok", dice.chance(90)) : answer);
        }
        facts.addAll(dice.surroundings(
                oneRecord ? List.of("hub") : List.of("desk", "b"),
                List.of("s.done", "s.begun"),
                List.of("s1", "s2", "t0", "t1")));
        String where = guarded ? ", where: \"attributes.ok\"" : "";
        List<String> parts = new ArrayList<>();
        parts.add("kind: SLA");
        parts.add("trigger: {type: s.begun, source: hub" + where + "}");
        if (oneRecord) {
            parts.add("stop: attributes.closed");
        } else {
            parts.add(
                    "answer: {type: s.done" + source.map(s -> ", source: " + s).orElse("") + where + "}");
            parts.add("match: [subject]");
        }
        if (own) {
            parts.add("start: attributes.began");
        }
        general.ifPresent(l -> parts.add("limit: " + l));
        if (byValue) {
            parts.add("limitBy: {field: attributes.severity, A: " + ofA.orElseThrow() + ", B: " + ofB.orElseThrow()
                    + "}");
        }
        if (early) {
            parts.add("early: ACCEPT");
        }
        if (dueInPeriod) {
            parts.add("population: DUE_IN_PERIOD");
        }
        if (String.join(" ", parts).matches(".*[0-9]B[DH].*")) {
            parts.add("calendar: us");
        }
        return new OracleCase(
                "{" + String.join(", ", parts) + "}",
                given,
                days[0],
                days[1],
                dice.asOf(frame.start(), frame.end()),
                dice.chance(15),
                facts);
    }

    private static Optional<Boolean> picked(OracleCase c, OracleFact fact) {
        return c.<Boolean>get("guarded")
                ? Optional.ofNullable((Boolean) fact.attributes().get("ok"))
                : Optional.of(true);
    }

    /** When the clock of a trigger starts. One that starts after `asOf` has not begun, and belongs to a later period. */
    private static Optional<Instant> start(OracleCase c, OracleFact trigger) {
        return c.<Boolean>get("own") ? trigger.time("began") : Optional.of(trigger.at());
    }

    private static Optional<String> limit(OracleCase c, OracleFact trigger) {
        Optional<String> general = c.get("limit");
        Optional<String> value = trigger.text("severity");
        if (value.isPresent() && (value.get().equals("A") || value.get().equals("B"))) {
            return c.<Optional<String>>get(value.get()).or(() -> general);
        }
        return general;
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        List<OracleItem> items = new ArrayList<>();
        for (OracleFact trigger : c.seen("s.begun")) {
            Optional<Boolean> picked = picked(c, trigger);
            Optional<Instant> start = start(c, trigger);
            Instant own = start.orElse(trigger.at());
            if (picked.isEmpty()) {
                if (c.inWindow(trigger.at())) {
                    items.add(OracleItem.undetermined(trigger.id(), "EXPRESSION_ERROR"));
                }
            } else if (picked.get() && start.isEmpty()) {
                if (c.inWindow(own)) {
                    items.add(OracleItem.undetermined(trigger.id(), "START_UNKNOWN"));
                }
            } else if (picked.get()) {
                placed(c, trigger, own).ifPresent(items::add);
            }
        }
        return items;
    }

    /** Whether the item is of this period, and what it is if so. */
    private static Optional<OracleItem> placed(OracleCase c, OracleFact trigger, Instant start) {
        Optional<Instant> due = limit(c, trigger).map(l -> OracleClock.add(start, l));
        boolean startInside = c.inWindow(start);
        boolean dueInside =
                due.isPresent() && !due.get().isBefore(c.start()) && due.get().isBefore(c.end());
        if (c.<Boolean>get("dueInPeriod")) {
            if (due.isEmpty()) {
                return startInside ? Optional.of(judged(c, trigger, start, due)) : Optional.empty();
            }
            if (dueInside) {
                return Optional.of(judged(c, trigger, start, due));
            }
            boolean done = stopThatCounts(c, trigger, start)
                    .filter(at -> at.isBefore(c.windowEnd()))
                    .isPresent();
            return startInside && !due.get().isBefore(c.end()) && !done
                    ? Optional.of(OracleItem.outOfScope(trigger.id(), "CARRY_OUT"))
                    : Optional.empty();
        }
        if (startInside) {
            return Optional.of(judged(c, trigger, start, due));
        }
        boolean answered = stopThatCounts(c, trigger, start)
                .filter(at -> at.isBefore(c.start()))
                .isPresent();
        return start.isBefore(c.start()) && dueInside && !answered
                ? Optional.of(OracleItem.outOfScope(trigger.id(), "CARRY_IN"))
                : Optional.empty();
    }

    private static List<OracleFact> answers(OracleCase c, OracleFact trigger, Instant start) {
        Optional<String> source = c.get("source");
        Instant floor = start;
        if (c.<Boolean>get("early")) {
            floor = c.seen("s.begun").stream()
                    .filter(t -> t.subject().equals(trigger.subject()))
                    .filter(t -> picked(c, t).orElse(false))
                    .flatMap(t -> start(c, t).stream())
                    .filter(at -> at.isBefore(start))
                    .max(Instant::compareTo)
                    .orElse(Instant.MIN);
        }
        Instant from = floor;
        return c.seen("s.done").stream()
                .filter(a -> a.subject().equals(trigger.subject()))
                .filter(a -> source.isEmpty() || source.get().equals(a.source()))
                .filter(a -> !a.at().isBefore(start) || a.at().isAfter(from))
                .toList();
    }

    private static Optional<Instant> stop(OracleCase c, OracleFact trigger, Instant start) {
        if (c.<Boolean>get("oneRecord")) {
            Optional<String> closed = trigger.text("closed").filter(t -> !t.equals("yesterday"));
            return closed.map(Instant::parse).filter(at -> !at.isAfter(c.asOf()));
        }
        List<Instant> all = answers(c, trigger, start).stream()
                .filter(a -> picked(c, a).orElse(false))
                .map(OracleFact::at)
                .toList();
        // An early one counts where none at or after the start is in time.
        Instant due = limit(c, trigger).map(l -> OracleClock.add(start, l)).orElse(start);
        return all.stream()
                .filter(at -> !at.isBefore(start) && !at.isAfter(due))
                .findFirst()
                .or(() -> all.stream().filter(at -> at.isBefore(start)).reduce((one, next) -> next))
                .or(() -> all.stream().findFirst());
    }

    /** A stop before the start is no stop, unless early ones are accepted. */
    private static Optional<Instant> stopThatCounts(OracleCase c, OracleFact trigger, Instant start) {
        return stop(c, trigger, start).filter(at -> c.<Boolean>get("early") || !at.isBefore(start));
    }

    private static OracleItem judged(OracleCase c, OracleFact trigger, Instant start, Optional<Instant> due) {
        String id = trigger.id();
        boolean oneRecord = c.get("oneRecord");
        Optional<Instant> stop = stop(c, trigger, start);
        if (oneRecord && trigger.text("closed").equals(Optional.of("yesterday"))) {
            return OracleItem.undetermined(id, due.isEmpty() ? OracleItem.ANY : "STOP_UNREADABLE");
        }
        if (oneRecord && stop.isPresent() && stop.get().isBefore(start)) {
            if (!c.<Boolean>get("early")) {
                return OracleItem.undetermined(id, due.isEmpty() ? OracleItem.ANY : "STOP_BEFORE_START");
            }
        }
        if (due.isEmpty()) {
            return OracleItem.undetermined(id, "LIMIT_UNKNOWN");
        }
        if (stop.isPresent() && !stop.get().isAfter(due.get())) {
            return OracleItem.conforming(id, "ON_TIME");
        }
        boolean doubt = !oneRecord
                && answers(c, trigger, start).stream()
                        .anyMatch(a -> picked(c, a).isEmpty());
        if (doubt) {
            return OracleItem.undetermined(id, "EXPRESSION_ERROR");
        }
        if (due.get().isAfter(c.asOf())) {
            return OracleItem.pending(id);
        }
        Optional<String> source = oneRecord ? Optional.of("hub") : c.get("source");
        boolean read = (oneRecord && stop.isPresent())
                || OracleListening.readUpTo(c, oneRecord ? "s.begun" : "s.done", source, start, due.get());
        if (!read) {
            return OracleItem.undetermined(id, "SOURCE_GAP");
        }
        return OracleExcuse.deviation(c, id, trigger.subject(), due.get(), stop.isPresent() ? "LATE" : "MISSING");
    }
}
