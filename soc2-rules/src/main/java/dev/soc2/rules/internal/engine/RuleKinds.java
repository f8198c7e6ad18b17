package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.AttributeRule;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.FreshnessRule;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.RollingRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.StateRule;
import java.util.Map;
import java.util.Optional;

/** The evaluator of each rule kind; the one place that knows them all. */
final class RuleKinds {

    private interface Kind<R extends Rule> {
        Evaluator plan(R rule, String place, Conditions conditions);
    }

    private record Entry<R extends Rule>(Class<R> type, Kind<R> kind) {
        Evaluator plan(Rule rule, String place, Conditions conditions) {
            return kind.plan(type.cast(rule), place, conditions);
        }
    }

    private static final Map<Class<? extends Rule>, Entry<?>> KINDS = Map.of(
            AttributeRule.class, new Entry<>(AttributeRule.class, AttributeEvaluator::plan),
            CalendarRule.class, new Entry<>(CalendarRule.class, CalendarEvaluator::plan),
            RollingRule.class, new Entry<>(RollingRule.class, RollingEvaluator::plan),
            SlaRule.class, new Entry<>(SlaRule.class, SlaEvaluator::plan),
            CompletenessRule.class, new Entry<>(CompletenessRule.class, CompletenessEvaluator::plan),
            PolicyReviewRule.class, new Entry<>(PolicyReviewRule.class, PolicyReviewEvaluator::plan),
            StateRule.class, new Entry<>(StateRule.class, StateEvaluator::plan),
            FreshnessRule.class, new Entry<>(FreshnessRule.class, FreshnessEvaluator::plan));

    private RuleKinds() {}

    /** The evaluator of a rule, its needs planned; empty for a rule that this version does not evaluate. */
    static Optional<Evaluator> plan(Rule rule, String place, Conditions conditions) {
        return Optional.ofNullable(KINDS.get(rule.getClass())).map(entry -> entry.plan(rule, place, conditions));
    }
}
