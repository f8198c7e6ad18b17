package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.Cardinality;
import dev.soc2.rules.rule.DateOnlyAt;
import dev.soc2.rules.rule.Early;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Limit;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.PopulationRule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.TimeAmount;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** SLA: what starts stops within its limit, on one record or between two. */
record SlaEvaluator(SlaRule rule) implements Evaluator {

    /**
     * A trigger with the times that could be read of it.
     *
     * @param row its row
     * @param start when it started; {@link Nanos#NONE} when unknown
     * @param due when it had to stop; {@link Nanos#NONE} when unknown
     */
    record Trigger(int row, long start, long due) {
        boolean isKnown() {
            return start != Nanos.NONE && due != Nanos.NONE;
        }
    }

    static Evaluator plan(SlaRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.trigger());
        conditions.plan(rule.trigger().types(), rule.start());
        rule.stop().ifPresent(stop -> conditions.plan(rule.trigger().types(), stop));
        rule.limit().by().ifPresent(field -> conditions.plan(rule.trigger().types(), field));
        rule.limit().due().ifPresent(field -> conditions.plan(rule.trigger().types(), field));
        rule.answer().ifPresent(answer -> {
            conditions.plan(place, answer);
            for (MatchField match : rule.match()) {
                conditions.plan(rule.trigger().types(), match.left());
                conditions.plan(answer.types(), match.right());
            }
        });
        return new SlaEvaluator(rule);
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
        List<Trigger> triggers = picked.rows().stream()
                .map(row -> trigger(evaluation, row, clock.get()))
                .toList();
        Optional<SlaAnswers> answers = rule.answer().map(answer -> SlaAnswers.of(evaluation, rule, answer, triggers));
        for (Trigger trigger : triggers) {
            evaluate(evaluation, trigger, answers);
        }
        Populations.doubtful(evaluation, rule.trigger(), picked);
    }

    private Trigger trigger(Evaluation evaluation, int row, Clock clock) {
        long start = time(evaluation, row, rule.start()).orElse(Nanos.NONE);
        if (start == Nanos.NONE) {
            return new Trigger(row, start, Nanos.NONE);
        }
        Limit limit = rule.limit();
        if (limit.due().isPresent()) {
            Object due = evaluation.scene.access.value(row, limit.due().get());
            return new Trigger(
                    row, start, due == null ? Nanos.NONE : read(evaluation, due).orElse(Nanos.NONE));
        }
        Optional<TimeAmount> amount = limit.by()
                .flatMap(field -> evaluation.scene.text(row, field))
                .map(value -> limit.amounts().get(value))
                .or(limit::amount);
        return new Trigger(row, start, amount.map(a -> clock.plus(start, a)).orElse(Nanos.NONE));
    }

    private OptionalLong time(Evaluation evaluation, int row, Field field) {
        Object value = evaluation.scene.access.value(row, field);
        return value == null ? OptionalLong.empty() : read(evaluation, value);
    }

    private OptionalLong read(Evaluation evaluation, Object value) {
        ZoneId zone = evaluation.calendar(rule.calendar()).map(c -> c.zone()).orElse(evaluation.zone());
        return Instants.read(value, zone, rule.dateOnlyAt() == DateOnlyAt.END_OF_DAY);
    }

    private void evaluate(Evaluation evaluation, Trigger trigger, Optional<SlaAnswers> answers) {
        int row = trigger.row();
        String id = evaluation.timeline.id(row);
        Item item = new Item(id, evaluation.timeline.subject(row))
                .from(trigger.start())
                .due(trigger.due())
                .time(trigger.start() == Nanos.NONE ? evaluation.timeline.occurred(row) : trigger.start())
                .evidence(id);
        if (!trigger.isKnown()) {
            if (evaluation.window.contains(item.time())) {
                unknown(evaluation, trigger, item);
            }
            return;
        }
        Stop stop = answers.map(a -> a.stop(trigger)).orElseGet(() -> ownStop(evaluation, trigger));
        boolean started = evaluation.window.contains(trigger.start());
        boolean fellDue = evaluation.whole.contains(trigger.due());
        boolean byTrigger = rule.populationRule() == PopulationRule.TRIGGER_IN_PERIOD;
        if (byTrigger ? started : fellDue) {
            settle(evaluation, trigger, stop, item);
        } else if (byTrigger
                && fellDue
                && trigger.start() < evaluation.window.from()
                && !stop.isBefore(evaluation.window.from())) {
            evaluation.findings.outOfScope(item.at(stop.at()), ReasonCode.CARRY_IN);
        } else if (!byTrigger
                && started
                && trigger.due() >= evaluation.whole.to()
                && !stop.isBefore(evaluation.window.to())) {
            evaluation.findings.outOfScope(item.at(stop.at()), ReasonCode.CARRY_OUT);
        }
    }

    private void unknown(Evaluation evaluation, Trigger trigger, Item item) {
        if (trigger.start() == Nanos.NONE) {
            evaluation.findings.undetermined(
                    item.detail(rule.start() + " is absent or not readable as a time"), ReasonCode.START_UNKNOWN);
        } else {
            String what = rule.limit()
                    .due()
                    .map(f -> f + " is absent or not readable as a time")
                    .or(() -> rule.limit().by().map(f -> "no limit is set for the value of " + f))
                    .orElse("no limit is set");
            evaluation.findings.undetermined(item.detail(what), ReasonCode.LIMIT_UNKNOWN);
        }
    }

    /** The stop that stands on the trigger's own record. */
    private Stop ownStop(Evaluation evaluation, Trigger trigger) {
        Field field = rule.stop().orElse(Field.OCCURRED_AT);
        Object value = evaluation.scene.access.value(trigger.row(), field);
        if (value == null) {
            return Stop.NONE;
        }
        OptionalLong at = read(evaluation, value);
        if (at.isEmpty()) {
            return Stop.unreadable(field + " is not readable as a time");
        }
        if (at.getAsLong() > evaluation.asOf()) {
            return Stop.NONE;
        }
        if (at.getAsLong() < trigger.start() && rule.early() == Early.REFUSE) {
            return Stop.beforeStart(at.getAsLong());
        }
        return Stop.at(at.getAsLong(), evaluation.timeline.id(trigger.row()));
    }

    private void settle(Evaluation evaluation, Trigger trigger, Stop stop, Item item) {
        Findings findings = evaluation.findings;
        if (stop.isKnown()) {
            stop.evidence().ifPresent(item::evidence);
            item.at(stop.at());
            if (stop.at() <= trigger.due()) {
                findings.conforming(
                        stop.at() < trigger.start() ? item.detail("done ahead of its start") : item,
                        ReasonCode.ON_TIME);
                return;
            }
        }
        if (stop.doubt().isPresent()) {
            findings.undetermined(item.detail(stop.doubt().get()), stop.doubtReason());
        } else if (trigger.due() > evaluation.asOf()) {
            findings.pending(item);
        } else if (!isOwnWord(stop)
                && !evaluation.isSilenceAbsence(
                        item, silent(evaluation, trigger), trigger.start(), trigger.due() + 1)) {
            findings.undetermined(item, ReasonCode.SOURCE_GAP);
        } else {
            findings.deviation(item, stop.isKnown() ? ReasonCode.LATE : ReasonCode.MISSING);
        }
    }

    /** Whether a record says of itself when it stopped, so that nothing is concluded from silence. */
    private boolean isOwnWord(Stop stop) {
        return rule.answer().isEmpty() && stop.isKnown();
    }

    /** Whose silence counts: the answers, or the source of the record that should have been brought up to date. */
    private Selector silent(Evaluation evaluation, Trigger trigger) {
        return rule.answer().orElseGet(() -> rule.trigger().from(evaluation.timeline.source(trigger.row())));
    }

    /** Whether one answer serves one trigger only. */
    static boolean isOneToOne(SlaRule rule) {
        return rule.cardinality() == Cardinality.ONE_TO_ONE;
    }
}
