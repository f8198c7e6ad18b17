package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.StateRule;
import dev.soc2.rules.rule.Subjects;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** STATE: one item for each asset that existed at any time in the window. */
record StateEvaluator(StateRule rule) implements Evaluator {

    static Evaluator plan(StateRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.of());
        conditions.lookUp(rule.of(), List.of(Field.SUBJECT));
        conditions.plan(place, rule.of().types(), rule.compliant());
        rule.assets().ifPresent(assets -> conditions.plan(place, assets));
        rule.retired().ifPresent(retired -> conditions.plan(place, retired));
        return new StateEvaluator(rule);
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        StateWatch watch = new StateWatch(evaluation, rule);
        SteadyState steady = new SteadyState(evaluation, rule, watch.trust());
        StateItems items = StateItems.overTime(evaluation, rule);
        assets(evaluation).forEach((asset, lives) -> {
            if (steady.isRight(lives)) {
                items.right(evaluation.window.intersect(lives.get(0).existence()));
            } else {
                items.settle(watch.asset(asset, lives));
            }
        });
        items.report();
    }

    @Override
    public void inspect(Evaluation evaluation) {
        StateWatch watch = new StateWatch(evaluation, rule);
        StateItems items = StateItems.atAnInstant(evaluation, rule);
        assets(evaluation).forEach((asset, lives) -> items.settle(watch.asset(asset, lives)));
    }

    /** The lives of each asset that reach into the window. */
    private Map<String, List<Life>> assets(Evaluation evaluation) {
        Subjects subjects = rule.assets().<Subjects>map(Subjects.Selected::new).orElse(Subjects.SEEN);
        return Life.alive(evaluation, Life.of(evaluation, rule.of(), subjects, rule.retired()), Function.identity());
    }
}
