package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.FreshnessRule;
import java.util.List;
import java.util.Map;

/** FRESHNESS: for each subject, something good is there throughout the window. */
record FreshnessEvaluator(FreshnessRule rule) implements Evaluator {

    static Evaluator plan(FreshnessRule rule, String place, Conditions conditions) {
        conditions.plan(place, rule.of());
        conditions.plan(rule.of().types(), Validities.VALID_UNTIL);
        conditions.plan(rule.of().types(), Validities.VALIDITY);
        rule.retired().ifPresent(retired -> conditions.plan(place, retired));
        rule.revoked().ifPresent(revoked -> conditions.plan(place, revoked));
        rule.subjects().match(() -> true, () -> true, listed -> true, selector -> {
            conditions.plan(place, selector);
            return true;
        });
        return new FreshnessEvaluator(rule);
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        FreshnessItems items = new FreshnessItems(evaluation, rule);
        histories(evaluation).forEach(items::settle);
        items.end();
    }

    @Override
    public void inspect(Evaluation evaluation) {
        FreshnessInspection inspection = new FreshnessInspection(evaluation, rule);
        histories(evaluation).forEach(inspection::settle);
    }

    private Map<String, List<FreshHistory>> histories(Evaluation evaluation) {
        Validities validities = new Validities(evaluation, rule);
        return Life.alive(
                evaluation,
                Life.of(evaluation, rule.of(), rule.subjects(), rule.retired()),
                life -> new FreshHistory(evaluation, rule, life, validities.of(life)));
    }
}
