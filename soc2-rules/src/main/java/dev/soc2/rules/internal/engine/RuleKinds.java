package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.AttestedRule;
import dev.soc2.rules.rule.AttributeRule;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.FreshnessRule;
import dev.soc2.rules.rule.OccurrenceRule;
import dev.soc2.rules.rule.OrderingRule;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.ProhibitionRule;
import dev.soc2.rules.rule.RollingRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.StateRule;
import dev.soc2.rules.rule.ThresholdRule;
import java.util.Map;

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

    private static final Map<Class<? extends Rule>, Entry<?>> KINDS = Map.ofEntries(
            kind(AttributeRule.class, AttributeEvaluator::plan),
            kind(CalendarRule.class, CalendarEvaluator::plan),
            kind(RollingRule.class, RollingEvaluator::plan),
            kind(SlaRule.class, SlaEvaluator::plan),
            kind(CompletenessRule.class, CompletenessEvaluator::plan),
            kind(PolicyReviewRule.class, PolicyReviewEvaluator::plan),
            kind(OrderingRule.class, OrderingEvaluator::plan),
            kind(OccurrenceRule.class, OccurrenceEvaluator::plan),
            kind(ProhibitionRule.class, ProhibitionEvaluator::plan),
            kind(ThresholdRule.class, ThresholdEvaluator::plan),
            kind(AttestedRule.class, AttestedEvaluator::plan),
            kind(StateRule.class, StateEvaluator::plan),
            kind(FreshnessRule.class, FreshnessEvaluator::plan));

    private RuleKinds() {}

    private static <R extends Rule> Map.Entry<Class<? extends Rule>, Entry<?>> kind(Class<R> type, Kind<R> kind) {
        return Map.entry(type, new Entry<>(type, kind));
    }

    /** The evaluator of a rule, its needs planned. */
    static Evaluator plan(Rule rule, String place, Conditions conditions) {
        Entry<?> kind = KINDS.get(rule.getClass());
        if (kind == null) {
            throw new IllegalStateException("no evaluator is registered for " + rule.kind());
        }
        return kind.plan(rule, place, conditions);
    }
}
