package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.expr.Verdict;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OccurrenceRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which records follow which trigger, and whether they have what is required. */
final class OccurrenceAnswers {

    static final String TRIGGER = "trigger";
    static final String RECORD = "record";

    /** Records of one key that are tried for one trigger, at most. */
    private static final int MOST_RECORDS = 10_000;

    /**
     * What followed a trigger.
     *
     * @param good when the first record with what is required took effect
     * @param refused row of the first record without it
     * @param doubt why it cannot be said of a record, unless a good one is in time
     * @param at when the record that counts took effect
     * @param evidence id of that record
     */
    record Answer(
            Optional<Long> good,
            Optional<Integer> refused,
            Optional<Reason> doubt,
            Optional<Long> at,
            Optional<String> evidence) {}

    private final Scene scene;
    private final Timeline timeline;
    private final OccurrenceRule rule;
    private final Keys keys;
    private final Map<List<String>, List<Integer>> records;
    private final Map<List<String>, List<Integer>> doubtful;
    private final Optional<Program<NamedRows>> require;
    private final NamedRows rows = new NamedRows();

    OccurrenceAnswers(Evaluation evaluation, OccurrenceRule rule) {
        this.scene = evaluation.scene;
        this.timeline = evaluation.timeline;
        this.rule = rule;
        keys = new Keys(scene, List.of());
        Picked picked = scene.pick(rule.record());
        List<Field> fields = rule.match().stream().map(MatchField::right).toList();
        records = keys.index(picked.rows(), fields);
        doubtful = keys.index(picked.doubtful(), fields);
        require = rule.require().map(text -> scene.program(OccurrenceEvaluator.typesByName(rule), text));
    }

    /** What followed a trigger: the first good record ends the search, whether in time or not. */
    Answer of(int trigger) {
        Optional<List<String>> key =
                keys.of(trigger, rule.match().stream().map(MatchField::left).toList());
        if (key.isEmpty()) {
            return doubted(
                    Optional.empty(),
                    Optional.empty(),
                    new Reason(
                            ReasonCode.EXPRESSION_ERROR,
                            "a field that ties it to its record is absent: "
                                    + String.join(
                                            ", ",
                                            rule.match().stream()
                                                    .map(MatchField::words)
                                                    .toList())));
        }
        List<Integer> own = records.getOrDefault(key.get(), List.of());
        Optional<Reason> doubt = Optional.empty();
        Optional<Integer> refused = Optional.empty();
        int first = firstAtOrAfter(own, timeline.occurred(trigger));
        for (int i = first; i < own.size(); i++) {
            int row = own.get(i);
            if (i - first == MOST_RECORDS) {
                return doubted(
                        Optional.empty(),
                        refused,
                        new Reason(
                                ReasonCode.RULE_ERROR,
                                "more than " + MOST_RECORDS + " records of its key were tried for it"));
            }
            switch (verdict(trigger, row)) {
                case TRUE -> {
                    long at = timeline.occurred(row);
                    return new Answer(
                            Optional.of(at),
                            refused,
                            doubt.or(() -> doubtful(trigger, key.get())),
                            Optional.of(at),
                            Optional.of(timeline.id(row)));
                }
                case FALSE -> refused = refused.or(() -> Optional.of(row));
                case ERROR -> doubt = doubt.or(() -> Optional.of(cause(row)));
            }
        }
        Optional<Reason> any = doubt.or(() -> doubtful(trigger, key.get()));
        return new Answer(Optional.empty(), refused, any, refused.map(timeline::occurred), refused.map(timeline::id));
    }

    private static Answer doubted(Optional<Long> good, Optional<Integer> refused, Reason doubt) {
        return new Answer(good, refused, Optional.of(doubt), Optional.empty(), Optional.empty());
    }

    private Verdict verdict(int trigger, int row) {
        return require.map(program -> program.test(rows.with(TRIGGER, trigger).with(RECORD, row)))
                .orElse(Verdict.TRUE);
    }

    /** Called while the rows of the failing pair are still set. */
    private Reason cause(int row) {
        return new Reason(
                ReasonCode.EXPRESSION_ERROR,
                "record '" + timeline.id(row) + "': " + require.orElseThrow().cause(rows));
    }

    private Optional<Reason> doubtful(int trigger, List<String> key) {
        List<Integer> own = doubtful.getOrDefault(key, List.of());
        int first = firstAtOrAfter(own, timeline.occurred(trigger));
        return first == own.size()
                ? Optional.empty()
                : Optional.of(new Reason(
                        ReasonCode.EXPRESSION_ERROR,
                        "record '" + timeline.id(own.get(first)) + "' may be its record: "
                                + scene.doubt(rule.record(), own.get(first))));
    }

    private int firstAtOrAfter(List<Integer> own, long instant) {
        int low = 0;
        int high = own.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeline.occurred(own.get(middle)) < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
