package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Cardinality;
import dev.soc2.rules.rule.Early;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.SlaStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which answer stops which duty of a stage. Answers that were undone take no part. */
final class SlaAnswers {

    /** A key of answers, and the one by which they are undone. */
    private record Key(List<String> answer, Optional<List<String>> undone) {}

    private final Timeline timeline;
    private final SlaRule rule;
    private final Tied answers;
    private final Optional<SlaReopenings> reopenings;
    private final Map<Key, List<Integer>> standing = new HashMap<>();
    private final Map<Integer, Integer> given = new HashMap<>();
    private final Map<Integer, Long> previousStart = new HashMap<>();

    private SlaAnswers(Evaluation evaluation, SlaRule rule, SlaStage stage, Optional<SlaReopenings> reopenings) {
        this.timeline = evaluation.timeline;
        this.rule = rule;
        this.reopenings = reopenings;
        answers = new Tied(evaluation, stage.answer().orElseThrow(), stage.match());
    }

    static SlaAnswers of(
            Evaluation evaluation,
            SlaRule rule,
            SlaStage stage,
            Optional<SlaReopenings> reopenings,
            List<SlaDuty> duties) {
        SlaAnswers result = new SlaAnswers(evaluation, rule, stage, reopenings);
        result.prepare(duties);
        return result;
    }

    private Optional<Key> key(SlaDuty duty) {
        return answers.key(duty.lefts()).map(answer -> new Key(answer, reopenings.flatMap(r -> r.key(duty.lefts()))));
    }

    private void prepare(List<SlaDuty> duties) {
        Map<Key, List<SlaDuty>> byKey = new HashMap<>();
        for (SlaDuty duty : duties) {
            key(duty)
                    .ifPresent(key ->
                            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(duty));
        }
        byKey.forEach((key, own) -> {
            List<SlaDuty> inOrder = own.stream()
                    .sorted(Comparator.comparingLong(SlaDuty::start).thenComparingInt(SlaDuty::number))
                    .toList();
            long before = Nanos.NONE;
            long latest = Nanos.NONE;
            for (SlaDuty duty : inOrder) {
                if (duty.start() > latest) {
                    before = latest;
                    latest = duty.start();
                }
                previousStart.put(duty.number(), before);
            }
            if (isOneToOne()) {
                given.putAll(Matching.match(
                        inOrder.stream()
                                .filter(SlaDuty::isKnown)
                                .map(d -> new Matching.Demand(d.number(), earliest(d), d.due()))
                                .toList(),
                        standing(key).stream()
                                .map(row -> new Matching.Supply(row, timeline.occurred(row)))
                                .toList()));
            }
        });
    }

    private boolean isOneToOne() {
        return rule.cardinality() == Cardinality.ONE_TO_ONE;
    }

    private List<Integer> standing(Key key) {
        if (reopenings.isEmpty()) {
            return answers.rows(key.answer());
        }
        return standing.computeIfAbsent(
                key,
                k -> answers.rows(k.answer()).stream()
                        .filter(row -> reopenings
                                .get()
                                .undoing(k.undone(), timeline.occurred(row))
                                .isEmpty())
                        .toList());
    }

    /** The first instant at which an answer counts; ahead of its start only back to the trigger before. */
    private long earliest(SlaDuty duty) {
        if (rule.early() == Early.REFUSE) {
            return duty.start();
        }
        long previous = previousStart.getOrDefault(duty.number(), Nanos.NONE);
        return previous == Nanos.NONE ? Nanos.NONE : Math.min(previous + 1, duty.start());
    }

    /** The stop of a duty: its answer, or that there is none, or that it cannot be said. */
    Stop stop(SlaDuty duty) {
        Optional<Key> key = key(duty);
        if (key.isEmpty()) {
            return Stop.NONE.doubted("a field that ties it to its answer is absent: " + answers.words());
        }
        Stop stop = isOneToOne()
                ? Optional.ofNullable(given.get(duty.number())).map(this::at).orElse(Stop.NONE)
                : first(duty, standing(key.get()));
        if (stop.isKnown() && stop.at() <= duty.due()) {
            return stop;
        }
        return answers.doubtful(Optional.of(key.get().answer()), earliest(duty), Nanos.FOREVER)
                .map(row -> stop.doubted(answers.doubt(row, "its answer")))
                .orElse(stop);
    }

    /** The earliest answer at or after the start; when that is not in time, one ahead of it if those are accepted. */
    private Stop first(SlaDuty duty, List<Integer> candidates) {
        int next = answers.firstAtOrAfter(candidates, duty.start());
        Stop following = next < candidates.size() ? at(candidates.get(next)) : Stop.NONE;
        if (rule.early() == Early.REFUSE || (following.isKnown() && following.at() <= duty.due()) || next == 0) {
            return following;
        }
        Stop ahead = at(candidates.get(next - 1));
        return ahead.at() >= earliest(duty) ? ahead : following;
    }

    /** The record that undid the first answer since the start, when that is not the one that counts. */
    Optional<Integer> undid(SlaDuty duty, Stop stop) {
        if (reopenings.isEmpty()) {
            return Optional.empty();
        }
        Optional<Key> key = key(duty);
        List<Integer> all = key.map(k -> answers.rows(k.answer())).orElse(List.of());
        int first = answers.firstAtOrAfter(all, duty.start());
        if (first >= all.size() || (stop.isKnown() && timeline.occurred(all.get(first)) >= stop.at())) {
            return Optional.empty();
        }
        return reopenings.get().undoing(key.get().undone(), timeline.occurred(all.get(first)));
    }

    private Stop at(int row) {
        return Stop.at(timeline.occurred(row), timeline.id(row));
    }
}
