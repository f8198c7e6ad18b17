package dev.soc2.rules.oracle.a;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Whose turn it is, and while they live. */
final class OracleLives {

    /** A life: from a birth, or from always, up to and without an end, or for ever. */
    record Life(Instant from, Instant to) {

        boolean holds(Instant start, Instant end) {
            return !start.isBefore(from) && !end.isAfter(to);
        }
    }

    /** One for each subject; the whole is one subject without a name. */
    record Subject(String name, List<Life> lives) {

        String prefix() {
            return name.isEmpty() ? "" : name + " ";
        }
    }

    private static final Life ALWAYS = new Life(Instant.MIN, Instant.MAX);

    private OracleLives() {}

    /** `mode`: NONE, LIST (s1, s2), SEEN, or BORN (records `x.born`, `x.gone`). */
    static List<Subject> of(OracleCase c, String mode, String type) {
        List<Subject> subjects = new ArrayList<>();
        switch (mode) {
            case "NONE" -> subjects.add(new Subject("", List.of(ALWAYS)));
            case "LIST" -> {
                subjects.add(new Subject("s1", List.of(ALWAYS)));
                subjects.add(new Subject("s2", List.of(ALWAYS)));
            }
            case "SEEN" ->
                c.seen(type).stream()
                        .map(OracleFact::subject)
                        .distinct()
                        .forEach(s -> subjects.add(new Subject(s, List.of(ALWAYS))));
            default -> {
                for (String name : new TreeSet<>(c.seen("x.born").stream().map(OracleFact::subject).toList())) {
                    subjects.add(new Subject(name, lives(c, name)));
                }
            }
        }
        return subjects;
    }

    /** A life begins with a birth while there is none, and ends with the first retirement at or after it. */
    private static List<Life> lives(OracleCase c, String name) {
        List<Instant> births = times(c, "x.born", name);
        List<Instant> ends = times(c, "x.gone", name);
        List<Life> lives = new ArrayList<>();
        Instant free = Instant.MIN;
        for (Instant birth : births) {
            if (birth.isBefore(free)) {
                continue;
            }
            Instant end = ends.stream().filter(e -> e.isAfter(birth)).min(Comparator.naturalOrder()).orElse(Instant.MAX);
            lives.add(new Life(birth, end));
            free = end;
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
