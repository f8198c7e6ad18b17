package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.expr.Program;
import dev.soc2.rules.rule.AttributeRule;
import java.util.List;
import java.util.OptionalInt;

/** ATTRIBUTE: each record of the population satisfies a predicate, does not, or does not let us say. */
record AttributeEvaluator(AttributeRule rule) implements Evaluator {

    static Evaluator plan(AttributeRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.of());
        conditions.plan(place, rule.of().types(), rule.require());
        return new AttributeEvaluator(rule);
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        Scene scene = evaluation.scene;
        Program<RowFrame> require = scene.program(rule.of().types(), rule.require());
        RowFrame frame = new RowFrame(0);
        Picked picked = scene.pick(rule.of());
        for (int row : picked.rows()) {
            if (evaluation.window.contains(evaluation.timeline.occurred(row))) {
                frame.row = row;
                judge(evaluation, require, frame);
            }
        }
        Populations.doubtful(evaluation, rule.of(), picked);
    }

    /** The latest record is walked through; one of which the selector cannot say whether it is the latest shows nothing. */
    @Override
    public void inspect(Evaluation evaluation) {
        Picked picked = evaluation.scene.pick(rule.of());
        OptionalInt latest = latest(evaluation, picked.rows());
        OptionalInt doubtful = latest(evaluation, picked.doubtful());
        if (doubtful.isPresent()
                && (latest.isEmpty()
                        || evaluation.timeline.occurred(doubtful.getAsInt())
                                >= evaluation.timeline.occurred(latest.getAsInt()))) {
            evaluation.findings.undetermined(
                    item(evaluation, doubtful.getAsInt())
                            .detail(evaluation.scene.doubt(rule.of(), doubtful.getAsInt())),
                    ReasonCode.EXPRESSION_ERROR);
        } else if (latest.isPresent()) {
            Program<RowFrame> require = evaluation.scene.program(rule.of().types(), rule.require());
            judge(evaluation, require, new RowFrame(latest.getAsInt()));
        }
    }

    private static OptionalInt latest(Evaluation evaluation, List<Integer> rows) {
        return rows.stream()
                .filter(row -> evaluation.timeline.occurred(row) < evaluation.window.to())
                .mapToInt(Integer::intValue)
                .reduce((one, other) ->
                        evaluation.timeline.occurred(other) >= evaluation.timeline.occurred(one) ? other : one);
    }

    private static void judge(Evaluation evaluation, Program<RowFrame> require, RowFrame frame) {
        Item item = item(evaluation, frame.row);
        switch (require.test(frame)) {
            case TRUE -> evaluation.findings.conforming(item, ReasonCode.SATISFIED);
            case FALSE -> evaluation.findings.deviation(item, ReasonCode.PREDICATE_FALSE);
            case ERROR ->
                evaluation.findings.undetermined(item.detail(require.cause(frame)), ReasonCode.EXPRESSION_ERROR);
        }
    }

    private static Item item(Evaluation evaluation, int row) {
        String id = evaluation.timeline.id(row);
        long time = evaluation.timeline.occurred(row);
        return new Item(id, evaluation.timeline.subject(row))
                .from(time)
                .at(time)
                .evidence(id);
    }
}
