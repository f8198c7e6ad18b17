package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OccurrenceRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** OCCURRENCE: each trigger is followed by a record that has what is required. */
record OccurrenceEvaluator(OccurrenceRule rule) implements Evaluator {

    static Evaluator plan(OccurrenceRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.trigger());
        conditions.plan(place, rule.record());
        for (MatchField match : rule.match()) {
            conditions.plan(rule.trigger().types(), match.left());
            conditions.plan(rule.record().types(), match.right());
        }
        rule.require().ifPresent(text -> conditions.plan(place, typesByName(rule), text));
        return new OccurrenceEvaluator(rule);
    }

    static Map<String, Set<String>> typesByName(OccurrenceRule rule) {
        return Map.of(
                OccurrenceAnswers.TRIGGER, rule.trigger().types(),
                OccurrenceAnswers.RECORD, rule.record().types());
    }

    @Override
    public boolean isCutByStart() {
        return true;
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        Optional<Clock> clock = evaluation.clock(rule.calendar());
        if (clock.isEmpty()) {
            return;
        }
        Picked picked = evaluation.scene.pick(rule.trigger());
        OccurrenceAnswers answers = new OccurrenceAnswers(evaluation, rule);
        for (int row : picked.rows()) {
            evaluate(evaluation, answers, clock.get(), row);
        }
        Populations.doubtful(evaluation, rule.trigger(), picked);
    }

    /** One example: the latest trigger that was answered or should have been. */
    @Override
    public void inspect(Evaluation evaluation) {
        Optional<Clock> clock = evaluation.clock(rule.calendar());
        if (clock.isEmpty()) {
            return;
        }
        Picked picked = evaluation.scene.pick(rule.trigger());
        OccurrenceAnswers answers = new OccurrenceAnswers(evaluation, rule);
        for (int i = picked.rows().size() - 1; i >= 0; i--) {
            int row = picked.rows().get(i);
            if (evaluation.timeline.occurred(row) < evaluation.window.to()) {
                long due = due(clock.get(), evaluation, row);
                OccurrenceAnswers.Answer answer = answers.of(row);
                if (answer.good().isPresent()
                        || due < evaluation.window.to()
                        || rule.within().isEmpty()) {
                    settle(evaluation, answer, item(evaluation, row, due));
                    return;
                }
            }
        }
    }

    /** When the record has to be there; {@link Nanos#FOREVER} without a limit. */
    private long due(Clock clock, Evaluation evaluation, int row) {
        return rule.within()
                .map(within -> clock.plus(evaluation.timeline.occurred(row), within))
                .orElse(Nanos.FOREVER);
    }

    private static Item item(Evaluation evaluation, int row, long due) {
        String id = evaluation.timeline.id(row);
        long start = evaluation.timeline.occurred(row);
        return new Item(id, evaluation.timeline.subject(row))
                .from(start)
                .due(due == Nanos.FOREVER ? Nanos.NONE : due)
                .time(start)
                .evidence(id);
    }

    private void evaluate(Evaluation evaluation, OccurrenceAnswers answers, Clock clock, int row) {
        long start = evaluation.timeline.occurred(row);
        long due = due(clock, evaluation, row);
        if (evaluation.window.contains(start)) {
            settle(evaluation, answers.of(row), item(evaluation, row, due));
        } else if (start < evaluation.window.from() && evaluation.whole.contains(due)) {
            OccurrenceAnswers.Answer answer = answers.of(row);
            if (answer.good().filter(at -> at < evaluation.window.from()).isEmpty()) {
                evaluation.findings.outOfScope(
                        item(evaluation, row, due).at(answer.good().orElse(Nanos.NONE)), ReasonCode.CARRY_IN);
            }
        }
    }

    private void settle(Evaluation evaluation, OccurrenceAnswers.Answer answer, Item item) {
        Findings findings = evaluation.findings;
        answer.evidence().ifPresent(item::evidence);
        answer.at().ifPresent(item::at);
        boolean inTime = answer.good()
                .filter(at -> item.due == Nanos.NONE || at <= item.due)
                .isPresent();
        if (inTime) {
            findings.conforming(item, rule.within().isPresent() ? ReasonCode.ON_TIME : ReasonCode.SATISFIED);
        } else if (answer.doubt().isPresent()) {
            findings.undetermined(
                    item.detail(answer.doubt().get().text()),
                    answer.doubt().get().code());
        } else if (item.due != Nanos.NONE && item.due > evaluation.asOf()) {
            findings.pending(item);
        } else if (!evaluation.isSilenceAbsence(item, rule.record(), item.from, until(evaluation, item))) {
            findings.undetermined(item, ReasonCode.SOURCE_GAP);
        } else if (answer.good().isPresent()) {
            findings.deviation(item, ReasonCode.LATE);
        } else if (answer.refused().isPresent()) {
            findings.deviation(
                    item.detail("record '"
                            + evaluation.timeline.id(answer.refused().get()) + "' does not have what is required"),
                    ReasonCode.PREDICATE_FALSE);
        } else {
            findings.deviation(item, ReasonCode.MISSING);
        }
    }

    private static long until(Evaluation evaluation, Item item) {
        return item.due == Nanos.NONE ? Math.max(evaluation.window.to(), item.from + 1) : item.due + 1;
    }
}
