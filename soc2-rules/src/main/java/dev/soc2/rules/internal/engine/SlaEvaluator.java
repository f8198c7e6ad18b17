package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.engine.SlaVerdict.Standing;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.PopulationRule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaOptions;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.SlaStage;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** SLA: what starts stops within its limit. Says which items belong to the window and hands each over. */
record SlaEvaluator(SlaRule rule) implements Evaluator {

    static Evaluator plan(SlaRule rule, String place, Conditions conditions) {
        Selector trigger = rule.trigger();
        conditions.plan(place, trigger);
        conditions.plan(trigger.types(), rule.start());
        SlaOptions options = rule.options();
        Selector answered = options.targets().map(SlaOptions.Targets::of).orElse(trigger);
        for (SlaStage stage : rule.stages()) {
            conditions.plan(trigger.types(), stage.start());
            stage.stop().ifPresent(stop -> conditions.plan(trigger.types(), stop));
            stage.limit().by().ifPresent(field -> conditions.plan(trigger.types(), field));
            stage.limit().due().ifPresent(field -> conditions.plan(trigger.types(), field));
            stage.answer().ifPresent(answer -> {
                Tied.plan(conditions, place, trigger, answer, stage.match());
                Tied.plan(conditions, place, answered, answer, stage.match());
            });
        }
        plan(options, place, conditions, trigger, answered);
        return new SlaEvaluator(rule);
    }

    private static void plan(
            SlaOptions options, String place, Conditions conditions, Selector trigger, Selector answered) {
        options.targets().ifPresent(t -> Tied.plan(conditions, place, trigger, t.of(), t.match()));
        options.pause().ifPresent(p -> {
            Tied.plan(conditions, place, trigger, p.from(), p.match());
            Tied.plan(conditions, place, trigger, p.until(), p.match());
        });
        options.reopen().ifPresent(r -> {
            Tied.plan(conditions, place, trigger, r.of(), r.match());
            Tied.plan(conditions, place, answered, r.of(), r.match());
        });
        options.severity().ifPresent(s -> {
            Tied.plan(conditions, place, trigger, s.of(), s.match());
            conditions.plan(s.of().types(), s.field());
            s.approved().ifPresent(approved -> conditions.plan(place, s.of().types(), approved));
        });
        options.unseen().ifPresent(u -> {
            Tied.plan(conditions, place, trigger, u.scan(), u.match());
            Tied.plan(conditions, place, trigger, u.seen(), u.again());
        });
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
        for (SlaItems.Judged judged : new SlaItems(evaluation, rule, clock.get()).of(picked.rows())) {
            place(evaluation, judged);
        }
        Populations.doubtful(evaluation, rule.trigger(), picked);
    }

    /** At an instant one item that was stopped in time shows the process; what is overdue is a warning. */
    @Override
    public void inspect(Evaluation evaluation) {
        Optional<Clock> clock = evaluation.clock(rule.calendar());
        if (clock.isEmpty()) {
            return;
        }
        long instant = evaluation.window.to();
        List<SlaItems.Judged> begun = new SlaItems(evaluation, rule, clock.get())
                .of(evaluation.scene.pick(rule.trigger()).rows()).stream()
                        .filter(judged -> judged.start() != Nanos.NONE && judged.start() < instant)
                        .toList();
        begun.stream()
                .filter(judged -> judged.worst().standing() == Standing.CONFORMING && judged.stoppedAt() < instant)
                .max(Comparator.comparingLong(SlaItems.Judged::stoppedAt).thenComparingInt(SlaItems.Judged::row))
                .ifPresent(judged -> evaluation.findings.conforming(item(evaluation, judged), ReasonCode.ON_TIME));
        long overdue = begun.stream()
                .filter(judged -> judged.verdicts().stream()
                        .anyMatch(v -> v.due() != Nanos.NONE
                                && v.due() < instant
                                && v.standing().compareTo(Standing.UNDETERMINED) > 0
                                && !v.stop().isBefore(instant)))
                .count();
        if (overdue > 0) {
            evaluation.findings.note(
                    ReasonCode.MISSING,
                    overdue + (overdue == 1 ? " item is" : " items are") + " open past the deadline at the instant");
        }
    }

    /** Whether an item belongs to the window by its start, by its deadline, or is listed beside. */
    private void place(Evaluation evaluation, SlaItems.Judged judged) {
        long start = judged.start();
        long due = judged.due();
        if (start == Nanos.NONE || due == Nanos.NONE) {
            long time = start == Nanos.NONE ? evaluation.timeline.occurred(judged.row()) : start;
            if (evaluation.window.contains(time)) {
                settle(evaluation, judged);
            }
            return;
        }
        boolean started = evaluation.window.contains(start);
        boolean fellDue = evaluation.whole.contains(due);
        boolean byTrigger = rule.populationRule() == PopulationRule.TRIGGER_IN_PERIOD;
        long stopped = judged.stoppedAt();
        if (byTrigger ? started : fellDue) {
            settle(evaluation, judged);
        } else if (byTrigger
                && fellDue
                && start < evaluation.window.from()
                && !(stopped != Nanos.NONE && stopped < evaluation.window.from())) {
            evaluation.findings.outOfScope(bare(evaluation, judged).at(stopped), ReasonCode.CARRY_IN);
        } else if (!byTrigger
                && started
                && due >= evaluation.whole.to()
                && !(stopped != Nanos.NONE && stopped < evaluation.window.to())) {
            evaluation.findings.outOfScope(bare(evaluation, judged).at(stopped), ReasonCode.CARRY_OUT);
        }
    }

    private void settle(Evaluation evaluation, SlaItems.Judged judged) {
        SlaVerdict worst = judged.worst();
        Item item = item(evaluation, judged);
        Findings findings = evaluation.findings;
        switch (worst.standing()) {
            case CONFORMING -> findings.conforming(item, worst.reason());
            case PENDING -> findings.pending(item);
            case UNDETERMINED -> {
                if (worst.reason() == ReasonCode.EMPTY_POPULATION_PROVEN) {
                    findings.outOfScope(item, worst.reason());
                } else {
                    findings.undetermined(item, worst.reason());
                }
            }
            default -> findings.deviation(item, worst.reason());
        }
    }

    private Item bare(Evaluation evaluation, SlaItems.Judged judged) {
        String id = evaluation.timeline.id(judged.row());
        return new Item(id, evaluation.timeline.subject(judged.row()))
                .from(judged.start())
                .due(judged.due())
                .time(judged.start() == Nanos.NONE ? evaluation.timeline.occurred(judged.row()) : judged.start())
                .evidence(id);
    }

    /** The item as its worst verdict shows it, with the words of all that weigh as much. */
    private Item item(Evaluation evaluation, SlaItems.Judged judged) {
        SlaVerdict worst = judged.worst();
        Item item = bare(evaluation, judged).due(worst.due());
        List<SlaVerdict> equals = judged.verdicts().stream()
                .filter(v -> v.standing() == worst.standing())
                .toList();
        Set<String> evidence = new LinkedHashSet<>();
        equals.forEach(v -> evidence.addAll(v.evidence()));
        evidence.remove(evaluation.timeline.id(judged.row()));
        evidence.forEach(item::evidence);
        boolean silent = worst.standing() == Standing.CONFORMING;
        item.detail(equals.stream()
                .map(v -> silent ? v.detail() : v.words())
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; ")));
        if (worst.stop().isKnown()) {
            item.at(worst.stop().at());
        }
        return item;
    }
}
