package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.SlaOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the clock of a trigger stands still. Each record that begins a pause takes the first free record at or after it
 * that ends one; without a free one it ended with the last that came after it, and without any it is still open. What
 * overlaps or adjoins is united.
 */
final class SlaPauses {

    private final Evaluation evaluation;
    private final Timeline timeline;
    private final Optional<Tied> from;
    private final Optional<Tied> until;
    private final Map<List<String>, List<Window>> byKey = new HashMap<>();

    SlaPauses(Evaluation evaluation, Optional<SlaOptions.Pause> pause) {
        this.evaluation = evaluation;
        timeline = evaluation.timeline;
        from = pause.map(p -> new Tied(evaluation, p.from(), p.match()));
        until = pause.map(p -> new Tied(evaluation, p.until(), p.match()));
    }

    /** The pauses of a trigger that end after an instant, in order of time. */
    List<Window> of(int trigger, long start) {
        Optional<List<String>> key = from.flatMap(tied -> tied.key(List.of(trigger)));
        if (key.isEmpty()) {
            return List.of();
        }
        List<Window> all = byKey.computeIfAbsent(key.get(), this::united);
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).to() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return all.subList(low, all.size());
    }

    private List<Window> united(List<String> key) {
        List<Integer> begins = from.orElseThrow().rows(key);
        List<Integer> ends = until.orElseThrow().rows(key);
        List<Window> united = new ArrayList<>();
        int next = 0;
        for (int begin : begins) {
            long at = timeline.occurred(begin);
            while (next < ends.size() && timeline.occurred(ends.get(next)) < at) {
                next++;
            }
            long end = next < ends.size() ? timeline.occurred(ends.get(next)) : lastAfter(ends, at);
            next++;
            int last = united.size() - 1;
            if (last >= 0 && at <= united.get(last).to()) {
                Window before = united.get(last);
                united.set(last, new Window(before.from(), Math.max(before.to(), end)));
            } else {
                united.add(new Window(at, end));
            }
        }
        united.removeIf(Window::isEmpty);
        return List.copyOf(united);
    }

    private long lastAfter(List<Integer> ends, long at) {
        long last = ends.isEmpty() ? at : timeline.occurred(ends.get(ends.size() - 1));
        return last > at ? last : Math.max(at, evaluation.asOf());
    }

    /** The records that begin or end a pause between two instants, both included. */
    List<String> evidence(int trigger, long start, long end) {
        List<String> ids = new ArrayList<>();
        for (Tied tied : List.of(from, until).stream().flatMap(Optional::stream).toList()) {
            List<Integer> rows = tied.rows(tied.key(List.of(trigger)));
            for (int i = tied.firstAtOrAfter(rows, start);
                    i < rows.size() && timeline.occurred(rows.get(i)) <= end;
                    i++) {
                ids.add(timeline.id(rows.get(i)));
            }
        }
        return ids;
    }

    /** Why the pauses between two instants, both included, cannot be told. */
    Optional<String> doubt(int trigger, long start, long end) {
        return List.of(from, until).stream()
                .flatMap(Optional::stream)
                .flatMap(tied -> tied
                        .doubtful(tied.key(List.of(trigger)), start, end)
                        .map(row -> tied.doubt(row, "a border of a pause"))
                        .stream())
                .findFirst();
    }
}
