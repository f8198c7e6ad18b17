package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.TextOrder;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** Those for whom a rule asks, sorted by name. */
    static List<Life> of(Scene scene, Selector occurrences, Subjects subjects, Optional<Selector> retired) {
        Picked picked = scene.pick(occurrences);
        boolean together = subjects.match(() -> true, () -> false, listed -> false, selected -> false);
        if (together) {
            return List.of(new Life("", always(), picked.rows(), picked.doubtful()));
        }
        Map<String, List<Integer>> rows = bySubject(scene.timeline, picked.rows());
        Map<String, List<Integer>> doubtful = bySubject(scene.timeline, picked.doubtful());
        Map<String, Long> ends = retired.map(r -> ends(scene, r)).orElse(Map.of());
        List<Life> lives = new ArrayList<>();
        births(scene, rows, doubtful, subjects)
                .forEach((subject, birth) -> lives.add(new Life(
                        subject,
                        new Window(birth, ends.getOrDefault(subject, Nanos.FOREVER)),
                        rows.getOrDefault(subject, List.of()),
                        doubtful.getOrDefault(subject, List.of()))));
        return lives;
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

    private static Map<String, Long> births(
            Scene scene, Map<String, List<Integer>> rows, Map<String, List<Integer>> doubtful, Subjects subjects) {
        Map<String, Long> births = new TreeMap<>(TextOrder.UTF8);
        subjects.match(
                () -> births,
                () -> {
                    rows.keySet().forEach(subject -> births.put(subject, Nanos.NONE));
                    doubtful.keySet().forEach(subject -> births.put(subject, Nanos.NONE));
                    return births;
                },
                listed -> {
                    listed.forEach(subject -> births.put(subject, Nanos.NONE));
                    return births;
                },
                selector -> {
                    for (int row : scene.pick(selector).rows()) {
                        births.merge(scene.timeline.subject(row), scene.timeline.occurred(row), Math::min);
                    }
                    return births;
                });
        return births;
    }

    /** When each subject ceased to exist: its last record of the kind. */
    private static Map<String, Long> ends(Scene scene, Selector retired) {
        Map<String, Long> ends = new HashMap<>();
        for (int row : scene.pick(retired).rows()) {
            ends.merge(scene.timeline.subject(row), scene.timeline.occurred(row), Math::max);
        }
        return ends;
    }
}
