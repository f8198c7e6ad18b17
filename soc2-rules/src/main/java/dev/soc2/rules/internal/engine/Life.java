package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Rows;
import dev.soc2.rules.internal.timeline.TextOrder;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Subjects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One of those for whom a rule asks, with its occurrences.
 *
 * @param subject name of the subject; empty for one stream of all
 * @param existence when it exists
 * @param occurrences rows of its occurrences in order of time
 * @param doubtful rows of which it cannot be said whether they are occurrences
 */
record Life(String subject, Window existence, List<Integer> occurrences, List<Integer> doubtful) {

    Life {
        occurrences = List.copyOf(occurrences);
        doubtful = List.copyOf(doubtful);
    }

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
        Map<String, List<Integer>> rows = bySubject(scene.timeline, picked.rows());
        Map<String, List<Integer>> doubtful = bySubject(scene.timeline, picked.doubtful());
        Map<String, List<Long>> ends =
                retired.map(r -> times(scene, scene.pick(r).rows())).orElse(Map.of());
        Map<String, List<Long>> births = births(scene, rows, doubtful, subjects);
        List<Life> lives = new ArrayList<>();
        births.forEach((subject, own) -> {
            List<Window> stretches = stretches(own, ends.getOrDefault(subject, List.of()));
            for (int i = 0; i < stretches.size(); i++) {
                boolean former = i > 0 || endedBefore(stretches.get(0), ends.getOrDefault(subject, List.of()));
                long from = former ? stretches.get(i).from() : Nanos.NONE;
                long to = i + 1 < stretches.size() ? stretches.get(i + 1).from() : Nanos.FOREVER;
                Predicate<Integer> isOwn = row -> new Window(from, to).contains(scene.timeline.occurred(row));
                lives.add(new Life(
                        subject,
                        stretches.get(i),
                        rows.getOrDefault(subject, List.of()).stream()
                                .filter(isOwn)
                                .toList(),
                        doubtful.getOrDefault(subject, List.of()).stream()
                                .filter(isOwn)
                                .toList()));
            }
        });
        sayDoubtful(evaluation, subjects, births.keySet(), ends);
        return lives;
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
    private static void sayDoubtful(
            Evaluation evaluation, Subjects subjects, Set<String> known, Map<String, List<Long>> ends) {
        Optional<Selector> selector =
                subjects.match(Optional::empty, Optional::empty, listed -> Optional.empty(), Optional::of);
        Timeline timeline = evaluation.timeline;
        for (int row : selector.map(s -> evaluation.scene.pick(s).doubtful()).orElse(Rows.NONE)) {
            long at = timeline.occurred(row);
            boolean gone = ends.getOrDefault(timeline.subject(row), List.of()).stream()
                    .anyMatch(end -> at <= end && end <= evaluation.window.from());
            if (at < evaluation.window.to() && !gone && !known.contains(timeline.subject(row))) {
                evaluation.findings.undetermined(
                        new Item(timeline.id(row), timeline.subject(row))
                                .from(at)
                                .evidence(timeline.id(row))
                                .detail("it may be one of those it is asked for: "
                                        + evaluation.scene.doubt(selector.get(), row)),
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

    private static Map<String, List<Integer>> bySubject(Timeline timeline, List<Integer> rows) {
        Map<String, List<Integer>> bySubject = new HashMap<>();
        rows.forEach(row -> bySubject
                .computeIfAbsent(timeline.subject(row), s -> new ArrayList<>())
                .add(row));
        return bySubject;
    }

    private static Map<String, List<Long>> births(
            Scene scene, Map<String, List<Integer>> rows, Map<String, List<Integer>> doubtful, Subjects subjects) {
        Map<String, List<Long>> births = new TreeMap<>(TextOrder.UTF8);
        List<Long> ever = List.of(Nanos.NONE);
        return subjects.match(
                () -> births,
                () -> {
                    rows.keySet().forEach(subject -> births.put(subject, ever));
                    doubtful.keySet().forEach(subject -> births.put(subject, ever));
                    return births;
                },
                listed -> {
                    listed.forEach(subject -> births.put(subject, ever));
                    return births;
                },
                selector -> {
                    births.putAll(times(scene, scene.pick(selector).rows()));
                    return births;
                });
    }

    /** Times of some rows by subject, in order. */
    private static Map<String, List<Long>> times(Scene scene, List<Integer> rows) {
        Map<String, List<Long>> times = new HashMap<>();
        rows.forEach(row -> times.computeIfAbsent(scene.timeline.subject(row), s -> new ArrayList<>())
                .add(scene.timeline.occurred(row)));
        times.values().forEach(own -> own.sort(Comparator.naturalOrder()));
        return times;
    }
}
