package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Whose turn it is, and while they live. */
final class OracleLives {

    /**
     * A life of a subject, from `from` up to and without `to`, with its occurrences: those up to its next life, and for
     * the first life those before it too. The whole is one subject without a name.
     */
    record Life(String name, Instant from, Instant to, List<OracleFact> occurrences) {

        String prefix() {
            return name.isEmpty() ? "" : name + " ";
        }

        boolean holds(Instant start, Instant end) {
            return !start.isBefore(from) && !end.isAfter(to);
        }

        boolean meets(OracleCase c, Instant end) {
            return from.isBefore(end) && to.isAfter(c.start()) && from.isBefore(to);
        }
    }

    private OracleLives() {}

    /** `mode`: NONE, LIST (s1, s2), SEEN, or BORN (records `x.born`, `x.gone`). */
    static List<Life> of(OracleCase c, String mode, List<OracleFact> occurrences) {
        return of(c, mode, occurrences, c.windowEnd());
    }

    /** The lives that meet the time from the start of the period to an end. */
    static List<Life> of(OracleCase c, String mode, List<OracleFact> occurrences, Instant end) {
        List<Life> lives = new ArrayList<>();
        switch (mode) {
            case "NONE" -> lives.add(new Life("", Instant.MIN, Instant.MAX, occurrences));
            case "LIST" -> List.of("s1", "s2").forEach(s -> lives.add(always(s, occurrences)));
            case "SEEN" ->
                new TreeSet<>(occurrences.stream().map(OracleFact::subject).toList())
                        .forEach(s -> lives.add(always(s, occurrences)));
            default ->
                new TreeSet<>(c.seen("x.born").stream().map(OracleFact::subject).toList())
                        .forEach(s -> lives.addAll(born(c, s, occurrences)));
        }
        return lives.stream().filter(l -> l.meets(c, end)).toList();
    }

    private static Life always(String name, List<OracleFact> occurrences) {
        return new Life(
                name,
                Instant.MIN,
                Instant.MAX,
                occurrences.stream().filter(f -> f.subject().equals(name)).toList());
    }

    /** A life goes from a birth to the last retirement before the next birth after the first retirement. */
    private static List<Life> born(OracleCase c, String name, List<OracleFact> occurrences) {
        List<Instant> births = times(c, "x.born", name);
        List<Instant> ends = times(c, "x.gone", name);
        List<Instant[]> stretches = new ArrayList<>();
        Optional<Instant> birth = births.stream().findFirst();
        Instant used = Instant.MIN;
        while (birth.isPresent()) {
            Instant from = birth.get();
            Instant before = used;
            Optional<Instant> first = ends.stream()
                    .filter(e -> !e.isBefore(from) && e.isAfter(before))
                    .findFirst();
            birth = births.stream()
                    .filter(b -> b.isAfter(from) && first.isPresent() && !b.isBefore(first.get()))
                    .findFirst();
            Instant next = birth.orElse(Instant.MAX);
            Instant to = first.isEmpty()
                    ? Instant.MAX
                    : ends.stream()
                            .filter(e -> !e.isAfter(next))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
            stretches.add(new Instant[] {from, to});
            used = to;
        }
        List<Life> lives = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Instant from = i == 0 ? Instant.MIN : stretches.get(i)[0];
            Instant to = i + 1 < stretches.size() ? stretches.get(i + 1)[0] : Instant.MAX;
            lives.add(new Life(
                    name,
                    stretches.get(i)[0],
                    stretches.get(i)[1],
                    occurrences.stream()
                            .filter(f -> f.subject().equals(name) && !f.at().isBefore(from) && f.at().isBefore(to))
                            .toList()));
        }
        return lives;
    }

    private static List<Instant> times(OracleCase c, String type, String name) {
        return c.seen(type).stream()
                .filter(f -> f.subject().equals(name))
                .map(OracleFact::at)
                .toList();
    }

    static String written(String mode) {
        return switch (mode) {
            case "NONE" -> "";
            case "LIST" -> ", perSubject: [s1, s2]";
            case "SEEN" -> ", perSubject: true";
            default -> ", perSubject: {type: x.born}, retired: {type: x.gone}";
        };
    }

    static List<OracleFact> facts(OracleDice dice, String mode) {
        List<OracleFact> facts = new ArrayList<>();
        for (int i = mode.equals("BORN") ? 1 + dice.below(3) : 0; i > 0; i--) {
            facts.add(OracleFact.of(dice.id("b"), "x.born", dice.pick("s1", "s1", "s2"), dice.time(), "cmdb"));
        }
        for (int i = mode.equals("BORN") ? dice.below(3) : 0; i > 0; i--) {
            facts.add(OracleFact.of(dice.id("z"), "x.gone", dice.pick("s1", "s1", "s2"), dice.time(), "cmdb"));
        }
        return facts;
    }
}
