package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.internal.expr.Verdict;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OrderingRule;
import dev.soc2.rules.rule.OrderingStep;
import dev.soc2.rules.rule.StepField;
import java.util.Optional;
import java.util.Set;

/** ORDERING: each item went through its steps in order, for one revision, by persons who differ. */
record OrderingEvaluator(OrderingPlan plan) implements Evaluator {

    /** More emergencies than one in so many items are worth a word. */
    private static final int ONE_IN = 10;

    static Evaluator plan(OrderingRule rule, String place, Conditions conditions) {
        Set<String> item = rule.item().types();
        conditions.plan(place, rule.item());
        rule.emergency().ifPresent(text -> conditions.plan(place, item, text));
        OrderingPlan plan = new OrderingPlan(rule, conditions);
        for (int step = OrderingPlan.ITEM; step < plan.size(); step++) {
            Set<String> types =
                    step == OrderingPlan.ITEM ? item : plan.step(step).of().types();
            for (StepField field : plan.fieldsOf(step)) {
                conditions.plan(types, field.field());
            }
        }
        for (int step = 0; step < plan.size(); step++) {
            plan(plan, step, place, conditions);
        }
        return new OrderingEvaluator(plan);
    }

    private static void plan(OrderingPlan plan, int number, String place, Conditions conditions) {
        OrderingStep step = plan.step(number);
        Set<String> types = step.of().types();
        conditions.plan(place, step.of());
        conditions.lookUp(
                step.of(), step.match().stream().map(MatchField::right).toList());
        conditions.plan(types, step.at());
        step.withdrawn().ifPresent(selector -> conditions.plan(place, selector));
        for (MatchField match : step.match()) {
            conditions.plan(plan.rule.item().types(), match.left());
            step.withdrawn().ifPresent(selector -> conditions.plan(selector.types(), match.right()));
        }
        if (!step.roles().isEmpty()) {
            conditions.plan(types, OrderingRecords.ROLE);
        }
        if (plan.rule.sameRevision().isPresent() && plan.compares(number)) {
            conditions.plan(types, plan.revision());
        }
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        OrderingRecords records = new OrderingRecords(evaluation, plan);
        Optional<Program<RowFrame>> emergency = emergency(evaluation);
        Picked picked = evaluation.scene.pick(plan.rule.item());
        PlainOrder plain = new PlainOrder(evaluation, plan, records);
        int items = 0;
        int emergencies = 0;
        for (int place = 0; place < picked.rows().size(); place++) {
            int row = picked.rows().at(place);
            long at = evaluation.timeline.occurred(row);
            if (!evaluation.window.contains(at)) {
                continue;
            }
            items++;
            if (emergency.isEmpty() && plain.isKept(row)) {
                evaluation.findings.conforming(at, at + 1);
            } else {
                emergencies += isEmergency(emergency, row) == Verdict.TRUE ? 1 : 0;
                settle(evaluation, records, emergency, row);
            }
        }
        if (emergencies * ONE_IN > items) {
            evaluation.findings.note(
                    ReasonCode.EMERGENCY_PATH,
                    emergencies + " of " + items + " took the emergency path, more than one in " + ONE_IN);
        }
        Populations.doubtful(evaluation, plan.rule.item(), picked);
    }

    /** One item walked through: the latest that took the ordinary path. */
    @Override
    public void inspect(Evaluation evaluation) {
        OrderingRecords records = new OrderingRecords(evaluation, plan);
        Optional<Program<RowFrame>> emergency = emergency(evaluation);
        Picked picked = evaluation.scene.pick(plan.rule.item());
        for (int i = picked.rows().size() - 1; i >= 0; i--) {
            int row = picked.rows().get(i);
            if (evaluation.timeline.occurred(row) < evaluation.window.to()
                    && isEmergency(emergency, row) != Verdict.TRUE) {
                settle(evaluation, records, emergency, row);
                return;
            }
        }
    }

    private Optional<Program<RowFrame>> emergency(Evaluation evaluation) {
        return plan.rule
                .emergency()
                .map(text -> evaluation.scene.program(plan.rule.item().types(), text));
    }

    private static Verdict isEmergency(Optional<Program<RowFrame>> emergency, int row) {
        return emergency.map(e -> e.test(new RowFrame(row))).orElse(Verdict.FALSE);
    }

    private void settle(
            Evaluation evaluation, OrderingRecords records, Optional<Program<RowFrame>> emergency, int row) {
        String id = evaluation.timeline.id(row);
        long time = evaluation.timeline.occurred(row);
        Item item = new Item(id, evaluation.timeline.subject(row))
                .from(time)
                .at(time)
                .evidence(id);
        switch (isEmergency(emergency, row)) {
            case TRUE -> evaluation.findings.outOfScope(item, ReasonCode.EMERGENCY_PATH);
            case ERROR ->
                evaluation.findings.undetermined(
                        item.detail(emergency.orElseThrow().cause(new RowFrame(row))), ReasonCode.EXPRESSION_ERROR);
            case FALSE -> new OrderingItem(evaluation, plan, records, row).settle(item);
        }
    }
}
