package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Rows;
import dev.soc2.rules.internal.timeline.Runs;
import dev.soc2.rules.internal.timeline.TextOrder;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Subjects;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One of those for whom a rule asks, with its occurrences.
 *
 * @param subject name of the subject; empty for one stream of all
 * @param existence when it exists
 * @param occurrences rows of its occurrences in order of time
 * @param doubtful rows of which it cannot be said whether they are occurrences
 */
record Life(String subject, Window existence, Rows occurrences, Rows doubtful) {

    /** Begins the id of its items. */
    String prefix() {
        return subject.isEmpty() ? "" : subject + " ";
    }

    /**
     * Those for whom a rule asks, sorted by name; one that came back after it was retired stands there once for each
     * time it existed. A record that may name one more becomes an undetermined item.
     */
    static List<Life> of(Evaluation evaluation, Selector occurrences, Subjects subjects, Optional<Selector> retired) {
        Scene scene = evaluation.scene;
        Picked picked = scene.pick(occurrences);
        boolean together = subjects.match(() -> true, () -> false, listed -> false, selected -> false);
        if (together) {
            return List.of(new Life("", always(), picked.rows(), picked.doubtful()));
        }
        Found own = scene.find(occurrences, List.of(Field.SUBJECT), List.of());
        Optional<Runs> ends = retired.map(r -> bySubject(scene, r));
        List<Born> births = births(scene, own, subjects);
        List<Life> lives = new ArrayList<>(births.size());
        for (Born born : births) {
            List<Long> ended = times(scene.timeline, ends, born.number());
            List<Window> stretches = stretches(born.times(), ended);
            Rows rows = own.rows().of(born.number());
            Rows doubtful = own.doubtful().of(born.number());
            for (int i = 0; i < stretches.size(); i++) {
                boolean former = i > 0 || endedBefore(stretches.get(0), ended);
                long from = former ? stretches.get(i).from() : Nanos.NONE;
                long to = i + 1 < stretches.size() ? stretches.get(i + 1).from() : Nanos.FOREVER;
                lives.add(new Life(
                        born.subject(),
                        stretches.get(i),
                        between(scene.timeline, rows, from, to),
                        between(scene.timeline, doubtful, from, to)));
            }
        }
        sayDoubtful(evaluation, subjects, births, ends);
        return lives;
    }

    /**
     * A subject.
     *
     * @param subject its name
     * @param number number of its name, or -1 when no record carries it
     * @param times when it was born, in order
     */
    private record Born(String subject, int number, List<Long> times) {}

    private static Rows between(Timeline timeline, Rows rows, long from, long to) {
        return from == Nanos.NONE && to == Nanos.FOREVER
                ? rows
                : rows.slice(timeline.firstFrom(rows, from), timeline.firstFrom(rows, to));
    }

    private static Runs bySubject(Scene scene, Selector selector) {
        return scene.find(selector, List.of(Field.SUBJECT), List.of()).rows();
    }

    private static List<Long> times(Timeline timeline, Optional<Runs> runs, int number) {
        return runs.isEmpty()
                ? List.of()
                : runs.get().of(number).stream().map(timeline::occurred).toList();
    }

    /** What each life makes that reaches into the window, by subject and in order of time. */
    static <T> Map<String, List<T>> alive(Evaluation evaluation, List<Life> lives, Function<Life, T> make) {
        Map<String, List<T>> alive = new LinkedHashMap<>();
        for (Life life : lives) {
            if (!evaluation.window.intersect(life.existence).isEmpty()) {
                alive.computeIfAbsent(life.subject, subject -> new ArrayList<>())
                        .add(make.apply(life));
            }
        }
        return alive;
    }

    /** Records that may name a subject of which nothing else says that it counts. */
    private static void sayDoubtful(Evaluation evaluation, Subjects subjects, List<Born> births, Optional<Runs> ends) {
        Optional<Selector> selector =
                subjects.match(Optional::empty, Optional::empty, listed -> Optional.empty(), Optional::of);
        Rows doubtful = selector.map(s -> evaluation.scene.pick(s).doubtful()).orElse(Rows.NONE);
        Set<Integer> known = doubtful.isEmpty()
                ? Set.of()
                : births.stream().map(Born::number).collect(Collectors.toSet());
        Timeline timeline = evaluation.timeline;
        for (int row : doubtful) {
            long at = timeline.occurred(row);
            int subject = timeline.subjectNumber(row);
            boolean gone = times(timeline, ends, subject).stream()
                    .anyMatch(end -> at <= end && end <= evaluation.window.from());
            if (at < evaluation.window.to() && !gone && !known.contains(subject)) {
                evaluation.findings.undetermined(
                        new Item(timeline.id(row), timeline.subject(row))
                                .from(at)
                                .evidence(timeline.id(row))
                                .detail("it may be one of those it is asked for: "
                                        + evaluation.scene.doubt(selector.orElseThrow(), row)),
                        ReasonCode.EXPRESSION_ERROR);
            }
        }
    }

    /** Whether something was retired before its first birth on record, so that it had a life of which no record tells. */
    private static boolean endedBefore(Window first, List<Long> ends) {
        return ends.stream().anyMatch(end -> end <= first.from());
    }

    /** When something existed: from a birth to the last end before it was born again. */
    private static List<Window> stretches(List<Long> told, List<Long> ends) {
        List<Long> births = told.stream().distinct().toList();
        List<Window> stretches = new ArrayList<>();
        int next = 0;
        while (next < births.size()) {
            long from = births.get(next);
            // An end at the instant of a birth ended the life before, where there was one.
            long earliest = stretches.isEmpty() ? from : from + 1;
            Optional<Long> firstEnd =
                    ends.stream().filter(end -> end >= earliest).findFirst();
            if (firstEnd.isEmpty()) {
                stretches.add(new Window(from, Nanos.FOREVER));
                break;
            }
            next++;
            while (next < births.size() && births.get(next) < firstEnd.get()) {
                next++;
            }
            long reborn = next < births.size() ? births.get(next) : Nanos.FOREVER;
            long end = ends.stream()
                    .filter(e -> e <= reborn)
                    .max(Comparator.naturalOrder())
                    .orElse(firstEnd.get());
            stretches.add(new Window(from, end));
        }
        return stretches;
    }

    private static Window always() {
        return new Window(Nanos.NONE, Nanos.FOREVER);
    }

    private static List<Born> births(Scene scene, Found own, Subjects subjects) {
        List<Long> ever = List.of(Nanos.NONE);
        List<Born> births = new ArrayList<>();
        BitSet seen = new BitSet();
        subjects.match(
                () -> births,
                () -> {
                    collect(scene.timeline, own.rows(), seen, births, rows -> ever);
                    collect(scene.timeline, own.doubtful(), seen, births, rows -> ever);
                    return births;
                },
                listed -> {
                    listed.stream()
                            .distinct()
                            .forEach(subject -> births.add(new Born(subject, scene.timeline.number(subject), ever)));
                    return births;
                },
                selector -> {
                    collect(
                            scene.timeline,
                            bySubject(scene, selector),
                            seen,
                            births,
                            rows -> rows.stream().map(scene.timeline::occurred).toList());
                    return births;
                });
        births.sort(Comparator.comparing(Born::subject, TextOrder.UTF8));
        return births;
    }

    /** Adds each subject of some runs that was not seen before. */
    private static void collect(
            Timeline timeline, Runs runs, BitSet seen, List<Born> births, Function<Rows, List<Long>> times) {
        for (int slot = 0; slot < runs.count(); slot++) {
            Rows rows = runs.run(slot);
            if (!rows.isEmpty()) {
                int number = timeline.subjectNumber(rows.at(0));
                if (!seen.get(number)) {
                    seen.set(number);
                    births.add(new Born(timeline.text(number), number, times.apply(rows)));
                }
            }
        }
    }
}
