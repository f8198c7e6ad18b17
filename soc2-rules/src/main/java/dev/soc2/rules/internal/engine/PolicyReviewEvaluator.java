package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.Selector;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** POLICY_REVIEW: one item for the policy, one for each change of its version. */
record PolicyReviewEvaluator(PolicyReviewRule rule) implements Evaluator {

    static final Field VERSION = Field.of("attributes.version");
    static final Field EFFECTIVE_FROM = Field.of("attributes.effectiveFrom");
    static final Field ROLE = Field.of("attributes.role");
    static final Field TO = Field.of("attributes.to");
    static final Selector APPROVED = Selector.of("policy.approved");
    static final Selector REVIEWED = Selector.of("policy.reviewed");
    static final Selector CHANGED = Selector.of("policy.changed");
    static final Selector PUBLISHED = Selector.of("policy.published");
    static final Selector RETIRED = Selector.of("policy.retired");

    /** What a silent source would hide. */
    static final Selector RECORDS =
            new Selector(Set.of("policy.approved", "policy.reviewed"), Optional.empty(), Optional.empty());

    static PolicyReviewEvaluator plan(PolicyReviewRule rule, String place, Conditions conditions) {
        for (Selector selector : List.of(APPROVED, REVIEWED, CHANGED, PUBLISHED, RETIRED, RECORDS)) {
            conditions.plan(place, selector);
        }
        conditions.plan(APPROVED.types(), VERSION);
        conditions.plan(APPROVED.types(), EFFECTIVE_FROM);
        conditions.plan(APPROVED.types(), ROLE);
        conditions.plan(REVIEWED.types(), ROLE);
        conditions.plan(CHANGED.types(), VERSION);
        conditions.plan(CHANGED.types(), EFFECTIVE_FROM);
        conditions.plan(PUBLISHED.types(), VERSION);
        conditions.plan(PUBLISHED.types(), TO);
        return new PolicyReviewEvaluator(rule);
    }

    @Override
    public void evaluate(Evaluation evaluation) {
        PolicyHistory history = PolicyHistory.of(evaluation, rule);
        new PolicyItems(evaluation, rule, history).settle();
    }

    /** At an instant: an approved version is in force, and its age is within the limit. */
    @Override
    public void inspect(Evaluation evaluation) {
        Window last = new Window(evaluation.window.to() - 1, evaluation.window.to());
        Evaluation instant = new Evaluation(evaluation.scene, last, last, evaluation.findings);
        new PolicyItems(instant, rule, PolicyHistory.of(instant, rule)).settlePolicy();
    }
}
