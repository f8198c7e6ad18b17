package dev.soc2.rules.internal.engine;

import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A rule made ready: one that is evaluated, or several that are concluded on one by one and taken together. */
sealed interface PlannedRule {

    /** The rule as its pack wrote it. */
    Rule rule();

    /** The rule in words; of one in Java also its own. */
    String words();

    /** The evidence whose records are its items. */
    List<Selector> population();

    /** The same with other evaluators. */
    PlannedRule with(UnaryOperator<Evaluator> change);

    /**
     * A rule that is evaluated.
     *
     * @param rule the rule
     * @param words the rule in words
     * @param population the evidence whose records are its items
     * @param evaluator evaluates it
     */
    record One(Rule rule, String words, List<Selector> population, Evaluator evaluator) implements PlannedRule {
        public One {
            population = List.copyOf(population);
        }

        @Override
        public PlannedRule with(UnaryOperator<Evaluator> change) {
            return new One(rule, words, population, change.apply(evaluator));
        }
    }

    /**
     * Several rules that are taken together.
     *
     * @param rule the rule that names them
     * @param parts each of them made ready, in written order
     */
    record Several(CombinedRule rule, List<PlannedRule> parts) implements PlannedRule {
        public Several {
            parts = List.copyOf(parts);
        }

        @Override
        public PlannedRule with(UnaryOperator<Evaluator> change) {
            return new Several(
                    rule, parts.stream().map(part -> part.with(change)).toList());
        }

        @Override
        public String words() {
            return rule.combination()
                    .words(parts.stream().map(PlannedRule::words).toList());
        }

        @Override
        public List<Selector> population() {
            return parts.stream()
                    .flatMap(p -> p.population().stream())
                    .distinct()
                    .toList();
        }
    }

    /** Makes a rule ready, its needs planned; place names its test in faults, and the part of it after the test. */
    static PlannedRule plan(Rule rule, String place, Conditions conditions, CustomRules custom) {
        if (rule instanceof CombinedRule combined) {
            List<PlannedRule> parts = new ArrayList<>();
            for (Rule part : combined.parts()) {
                parts.add(plan(part, place + "/" + (parts.size() + 1), conditions, custom));
            }
            return new Several(combined, parts);
        }
        if (rule instanceof JavaRule java) {
            return custom.plan(java, place, conditions);
        }
        return new One(rule, rule.words(), rule.population(), RuleKinds.plan(rule, place, conditions));
    }
}
