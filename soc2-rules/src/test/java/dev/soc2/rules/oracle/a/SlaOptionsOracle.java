package dev.soc2.rules.oracle.a;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SLA with one of the options that move a deadline or a stop: targets, reopening, pauses on the elapsed clock, or a severity that changes. */
final class SlaOptionsOracle implements OracleKind {

    @Override
    public OracleCase draw(OracleDice dice) {
        LocalDate[] days = dice.period();
        OracleCase frame = new OracleCase("", Map.of(), days[0], days[1], Instant.EPOCH, false, List.of());
        String option = dice.pick("TARGETS", "REOPEN", "SEVERITY", "PAUSE");
        Map<String, Object> given = new HashMap<>();
        given.put("option", option);
        for (String value : List.of("A", "B")) {
            given.put(
                    value,
                    option.equals("PAUSE")
                            ? dice.pick("PT36H", "PT240H", "PT1H")
                            : dice.pick("P10D", "PT36H", "P1M", "P1D", "2BD", "P3D"));
        }
        given.put("window", dice.pick("P3D", "PT24H", "P10D"));
        dice.interesting(frame.start());
        dice.interesting(frame.end());
        dice.interesting(dice.between(frame.start(), frame.end()));
        List<OracleFact> facts = new ArrayList<>();
        for (int i = 1 + dice.below(2); i > 0; i--) {
            Instant some = dice.time();
            // What is carried in is compared in the cases without options.
            Instant at = some.isBefore(frame.start()) ? frame.start() : some;
            dice.interesting(at);
            dice.interesting(OracleClock.add(at, (String) given.get("A")));
            dice.interesting(OracleClock.add(at, (String) given.get("B")));
            facts.add(OracleFact.of(dice.id("t"), "s.begun", dice.pick("s1", "s1", "s2"), at, "hub")
                    .with("severity", dice.pick("A", "B")));
        }
        for (int i = dice.below(6); i > 0; i--) {
            Instant at = dice.time();
            dice.interesting(at);
            dice.interesting(OracleClock.add(at, (String) given.get("window")));
            facts.add(OracleFact.of(dice.id("a"), "s.done", dice.pick("s1", "s1", "s2"), at, "desk")
                    .with("system", dice.pick("x", "y")));
        }
        String more =
                switch (option) {
                    case "TARGETS" -> "s.account";
                    case "REOPEN" -> "s.again";
                    case "PAUSE" -> "s.waiting";
                    default -> "s.rated";
                };
        for (int i = dice.below(5); i > 0; i--) {
            Instant at = option.equals("TARGETS") && dice.chance(60)
                    ? facts.get(0).at().minusSeconds(dice.below(2))
                    : dice.time();
            OracleFact fact = OracleFact.of(dice.id("m"), more, dice.pick("s1", "s1", "s2"), at, "log")
                    .with("system", dice.pick("x", "y"))
                    .with("severity", dice.pick("A", "B"));
            facts.add(dice.chance(30) ? fact.with("approvedBy", "ciso") : fact);
            dice.interesting(at);
            if (option.equals("PAUSE") && dice.chance(70)) {
                facts.add(OracleFact.of(dice.id("n"), "s.resumed", fact.subject(), dice.time(), "log"));
            }
        }
        String calendar = (given.get("A") + " " + given.get("B")).contains("BD") ? ", calendar: us" : "";
        String options =
                switch (option) {
                    case "TARGETS" ->
                        ", match: [subject, attributes.system], targets: {of: {type: s.account}, match: [subject]}";
                    case "REOPEN" ->
                        ", match: [subject], reopen: {of: {type: s.again}, window: " + given.get("window") + "}";
                    case "PAUSE" -> ", match: [subject], pause: {from: {type: s.waiting}, until: {type: s.resumed}}";
                    default ->
                        ", match: [subject], severity: {of: {type: s.rated}, field: attributes.severity, approved:"
                                + " \"has(attributes.approvedBy)\"}";
                };
        String rule =
                "{kind: SLA, trigger: {type: s.begun}, answer: {type: s.done}, limitBy: {field: attributes.severity, A: "
                        + given.get("A") + ", B: " + given.get("B") + "}" + calendar + options + "}";
        return new OracleCase(rule, given, days[0], days[1], dice.asOf(frame.start(), frame.end()), false, facts);
    }

    @Override
    public List<OracleItem> items(OracleCase c) {
        List<OracleItem> items = new ArrayList<>();
        for (OracleFact trigger : c.seen("s.begun")) {
            if (c.inWindow(trigger.at())) {
                items.add(
                        switch (c.text("option")) {
                            case "TARGETS" -> targets(c, trigger);
                            case "REOPEN" -> reopened(c, trigger);
                            case "PAUSE" -> paused(c, trigger);
                            default -> rated(c, trigger);
                        });
            }
        }
        return items;
    }

    private static List<OracleFact> of(OracleCase c, String type, OracleFact trigger) {
        return c.seen(type).stream()
                .filter(f -> f.subject().equals(trigger.subject()))
                .toList();
    }

    private static List<Instant> answers(OracleCase c, OracleFact trigger) {
        return of(c, "s.done", trigger).stream()
                .map(OracleFact::at)
                .filter(at -> !at.isBefore(trigger.at()))
                .toList();
    }

    private static Instant due(OracleCase c, OracleFact trigger) {
        return OracleClock.add(trigger.at(), c.text(trigger.text("severity").orElseThrow()));
    }

    private static OracleItem judged(OracleCase c, OracleFact trigger, Instant due, Optional<Instant> stop) {
        if (stop.isPresent()) {
            return stop.get().isAfter(due)
                    ? new OracleItem(trigger.id(), "DEVIATION", "LATE")
                    : OracleItem.conforming(trigger.id(), "ON_TIME");
        }
        return due.isAfter(c.asOf())
                ? OracleItem.pending(trigger.id())
                : new OracleItem(trigger.id(), "DEVIATION", "MISSING");
    }

    /** Every target of the time of the trigger needs an answer of its own; the latest counts. */
    private static OracleItem targets(OracleCase c, OracleFact trigger) {
        List<OracleFact> targets = of(c, "s.account", trigger).stream()
                .filter(t -> !t.at().isAfter(trigger.at()))
                .toList();
        if (targets.isEmpty()) {
            return OracleItem.undetermined(trigger.id(), "EMPTY_POPULATION_UNPROVEN");
        }
        List<Optional<Instant>> stops = targets.stream()
                .map(t -> of(c, "s.done", trigger).stream()
                        .filter(a -> a.text("system").equals(t.text("system")))
                        .map(OracleFact::at)
                        .filter(at -> !at.isBefore(trigger.at()))
                        .findFirst())
                .toList();
        Optional<Instant> stop = stops.stream().allMatch(Optional::isPresent)
                ? stops.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
        return judged(c, trigger, due(c, trigger), stop);
    }

    /** The first stop that nothing undoes; one in time that may still be undone is pending. */
    private static OracleItem reopened(OracleCase c, OracleFact trigger) {
        Instant due = due(c, trigger);
        Optional<Instant> stop = answers(c, trigger).stream()
                .filter(at -> of(c, "s.again", trigger).stream()
                        .noneMatch(r -> !r.at().isBefore(at) && !r.at().isAfter(OracleClock.add(at, c.get("window")))))
                .findFirst();
        boolean open = stop.isPresent()
                && !stop.get().isAfter(due)
                && OracleClock.add(stop.get(), c.get("window")).isAfter(c.asOf());
        return open ? OracleItem.pending(trigger.id()) : judged(c, trigger, due, stop);
    }

    /** Raised at t: the smaller of the old deadline and t plus the new limit; lowered only where it was approved. */
    private static OracleItem rated(OracleCase c, OracleFact trigger) {
        Optional<Instant> stop = answers(c, trigger).stream().findFirst();
        Instant due = due(c, trigger);
        for (OracleFact change : of(c, "s.rated", trigger)) {
            boolean early = change.at().isBefore(trigger.at());
            if (early
                    || change.at().isAfter(due)
                    || (stop.isPresent() && change.at().isAfter(stop.get()))) {
                continue;
            }
            String limit = c.text(change.text("severity").orElseThrow());
            Instant anew = OracleClock.add(trigger.at(), limit);
            Instant later = OracleClock.add(change.at(), limit);
            if (change.text("approvedBy").isPresent() && anew.isAfter(due)) {
                due = anew;
            } else {
                due = later.isBefore(due) ? later : due;
            }
        }
        return judged(c, trigger, due, stop);
    }

    /** Each beginning with the first free end, else the last end after it, else `asOf`. */
    private static List<Instant[]> pauses(OracleCase c, OracleFact trigger) {
        List<OracleFact> ends = of(c, "s.resumed", trigger);
        List<OracleFact> free = new ArrayList<>(ends);
        List<Instant[]> pauses = new ArrayList<>();
        for (OracleFact from : of(c, "s.waiting", trigger)) {
            Optional<OracleFact> end =
                    free.stream().filter(e -> !e.at().isBefore(from.at())).findFirst();
            end.ifPresent(free::remove);
            Instant until = end.or(() ->
                            ends.stream().filter(e -> e.at().isAfter(from.at())).reduce((one, next) -> next))
                    .map(OracleFact::at)
                    .orElse(c.asOf());
            pauses.add(new Instant[] {from.at(), until});
        }
        return pauses;
    }

    /** Each pause that begins before the deadline moves it by its length; pauses that touch are one. */
    private static OracleItem paused(OracleCase c, OracleFact trigger) {
        Optional<Instant> stop = answers(c, trigger).stream().findFirst();
        List<Instant[]> united = new ArrayList<>();
        for (Instant[] pause : pauses(c, trigger)) {
            Instant from = pause[0].isBefore(trigger.at()) ? trigger.at() : pause[0];
            Instant to = stop.filter(s -> s.isBefore(pause[1])).orElse(pause[1]);
            if (!from.isBefore(to)) {
                continue;
            }
            Instant[] last = united.isEmpty() ? null : united.get(united.size() - 1);
            if (last != null && !from.isAfter(last[1])) {
                last[1] = to.isAfter(last[1]) ? to : last[1];
            } else {
                united.add(new Instant[] {from, to});
            }
        }
        Instant due = due(c, trigger);
        for (Instant[] pause : united) {
            if (pause[0].isBefore(due)) {
                due = due.plus(Duration.between(pause[0], pause[1]));
            }
        }
        return judged(c, trigger, due, stop);
    }
}
