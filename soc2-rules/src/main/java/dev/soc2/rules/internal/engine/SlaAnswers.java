package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.engine.SlaEvaluator.Trigger;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Early;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which answer stops which trigger. */
final class SlaAnswers {

    private final Timeline timeline;
    private final SlaRule rule;
    private final Keys keys;
    private final Scene scene;
    private final Selector answer;
    private final Map<List<String>, List<Integer>> answers;
    private final Map<List<String>, List<Integer>> doubtful;
    private final Map<Integer, Integer> given = new HashMap<>();
    private final Map<Integer, Long> previousStart = new HashMap<>();

    private SlaAnswers(Evaluation evaluation, SlaRule rule, Selector answer) {
        this.scene = evaluation.scene;
        this.timeline = evaluation.timeline;
        this.rule = rule;
        this.answer = answer;
        keys = new Keys(scene, List.of());
        Picked picked = scene.pick(answer);
        answers = keys.index(picked.rows(), rightFields());
        doubtful = keys.index(picked.doubtful(), rightFields());
    }

    static SlaAnswers of(Evaluation evaluation, SlaRule rule, Selector answer, List<Trigger> triggers) {
        SlaAnswers result = new SlaAnswers(evaluation, rule, answer);
        result.prepare(triggers);
        return result;
    }

    private List<Field> leftFields() {
        return rule.match().stream().map(MatchField::left).toList();
    }

    private List<Field> rightFields() {
        return rule.match().stream().map(MatchField::right).toList();
    }

    private void prepare(List<Trigger> triggers) {
        Map<List<String>, List<Trigger>> byKey = new HashMap<>();
        for (Trigger trigger : triggers) {
            if (trigger.isKnown()) {
                keys.of(trigger.row(), leftFields())
                        .ifPresent(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(trigger));
            }
        }
        byKey.forEach((key, own) -> {
            List<Trigger> inOrder = own.stream()
                    .sorted((a, b) -> a.start() != b.start()
                            ? Long.compare(a.start(), b.start())
                            : Integer.compare(a.row(), b.row()))
                    .toList();
            long previous = Nanos.NONE;
            for (Trigger trigger : inOrder) {
                previousStart.put(trigger.row(), previous);
                previous = trigger.start();
            }
            if (SlaEvaluator.isOneToOne(rule)) {
                given.putAll(Matching.match(
                        inOrder.stream()
                                .map(t -> new Matching.Demand(t.row(), earliest(t), t.due()))
                                .toList(),
                        answers.getOrDefault(key, List.of()).stream()
                                .map(row -> new Matching.Supply(row, timeline.occurred(row)))
                                .toList()));
            }
        });
    }

    /** The first instant at which an answer counts; ahead of its start only back to the trigger before. */
    private long earliest(Trigger trigger) {
        if (rule.early() == Early.REFUSE) {
            return trigger.start();
        }
        long previous = previousStart.getOrDefault(trigger.row(), Nanos.NONE);
        return previous == Nanos.NONE ? Nanos.NONE : Math.min(previous + 1, trigger.start());
    }

    /** The stop of a trigger: its answer, or that there is none, or that it cannot be said. */
    Stop stop(Trigger trigger) {
        Optional<List<String>> key = keys.of(trigger.row(), leftFields());
        if (key.isEmpty()) {
            return Stop.NONE.doubted("a field that ties it to its answer is absent: "
                    + String.join(
                            ", ", rule.match().stream().map(MatchField::words).toList()));
        }
        Stop stop = SlaEvaluator.isOneToOne(rule)
                ? Optional.ofNullable(given.get(trigger.row())).map(this::at).orElse(Stop.NONE)
                : first(trigger, answers.getOrDefault(key.get(), List.of()));
        if (stop.isKnown() && stop.at() <= trigger.due()) {
            return stop;
        }
        return doubtful.getOrDefault(key.get(), List.of()).stream()
                .filter(row -> timeline.occurred(row) >= earliest(trigger))
                .findFirst()
                .map(row -> stop.doubted(
                        "record '" + timeline.id(row) + "' may be its answer: " + scene.doubt(answer, row)))
                .orElse(stop);
    }

    /** The earliest answer at or after the start; when that is not in time, one ahead of it if those are accepted. */
    private Stop first(Trigger trigger, List<Integer> candidates) {
        int next = firstAtOrAfter(candidates, trigger.start());
        Stop following = next < candidates.size() ? at(candidates.get(next)) : Stop.NONE;
        if (rule.early() == Early.REFUSE || (following.isKnown() && following.at() <= trigger.due()) || next == 0) {
            return following;
        }
        Stop ahead = at(candidates.get(next - 1));
        return ahead.at() >= earliest(trigger) ? ahead : following;
    }

    /** Place of the first of some rows in order of time that lies at or after an instant. */
    private int firstAtOrAfter(List<Integer> rows, long instant) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeline.occurred(rows.get(middle)) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Stop at(int row) {
        return Stop.at(timeline.occurred(row), timeline.id(row));
    }
}
