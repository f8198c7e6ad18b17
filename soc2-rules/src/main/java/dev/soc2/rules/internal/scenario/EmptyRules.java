package dev.soc2.rules.internal.scenario;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.internal.expr.ConstantConditions;
import dev.soc2.rules.internal.pack.RuleWriter;
import dev.soc2.rules.rule.Aggregate;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.SlaStage;
import dev.soc2.rules.rule.TargetOperator;
import dev.soc2.rules.rule.ThresholdRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sees from a rule alone that it may ask for nothing. A hint and no verdict: what a rule does, evidence shows. */
public final class EmptyRules {

    private static final Set<String> DEMANDS = Set.of("require", "compliant");
    private static final String PICKS = "where";

    private EmptyRules() {}

    /** Why the rule may be empty by construction; usually nothing. */
    public static List<String> hints(Rule rule) {
        if (rule instanceof CombinedRule combined) {
            return combined.parts().stream()
                    .flatMap(part -> hints(part).stream())
                    .distinct()
                    .toList();
        }
        if (rule instanceof JavaRule) {
            return List.of(); // Its parameters are its own; what looks like an expression may be none.
        }
        List<String> hints = new ArrayList<>();
        RuleWriter.fields(rule).forEach((name, value) -> conditions(name, value, hints));
        if (rule instanceof CompletenessRule completeness) {
            withItself(completeness, hints);
        } else if (rule instanceof SlaRule sla) {
            sla.stages().forEach(stage -> atOnce(sla, stage, hints));
        } else if (rule instanceof ThresholdRule threshold) {
            below(threshold, hints);
        }
        return hints.stream().distinct().toList();
    }

    private static void conditions(String name, AttributeValue value, List<String> hints) {
        if (value instanceof AttributeValue.MapValue map) {
            map.values().forEach((member, inner) -> conditions(member, inner, hints));
        } else if (value instanceof AttributeValue.ListValue list) {
            list.values().forEach(member -> conditions("", member, hints));
        } else if (value instanceof AttributeValue.TextValue text && DEMANDS.contains(name)) {
            ConstantConditions.value(text.value())
                    .ifPresent(holds ->
                            hints.add("'" + name + "' " + (holds ? "always" : "never") + " holds: " + text.value()));
        } else if (value instanceof AttributeValue.TextValue text && name.equals(PICKS)) {
            ConstantConditions.value(text.value())
                    .filter(holds -> !holds)
                    .ifPresent(holds -> hints.add("'where' never holds, so nothing is picked: " + text.value()));
        }
    }

    private static void withItself(CompletenessRule rule, List<String> hints) {
        boolean same = rule.left().equals(List.of(rule.right())) && rule.cross().isEmpty();
        if (same
                && rule.recurring().isEmpty()
                && rule.match().stream().allMatch(pair -> pair.left().equals(pair.right()))) {
            hints.add("left and right are the same records by the same key, so every record has itself");
        }
    }

    private static void atOnce(SlaRule rule, SlaStage stage, List<String> hints) {
        String name = stage.name().isEmpty() ? "" : " of stage " + stage.name();
        if (stage.stop().filter(stage.start()::equals).isPresent()) {
            hints.add("the stop" + name + " is its start, so no time ever passes");
        }
        if (stage.answer().filter(rule.trigger()::equals).isPresent()
                && stage.match().stream().allMatch(pair -> pair.left().equals(pair.right()))) {
            hints.add("the answer" + name + " is what triggers it, so a record may answer itself");
        }
    }

    private static void below(ThresholdRule rule, List<String> hints) {
        int sign = rule.target().bound().signum();
        TargetOperator operator = rule.target().operator();
        if (rule.aggregate() == Aggregate.COUNT
                && ((operator == TargetOperator.AT_LEAST && sign <= 0)
                        || (operator == TargetOperator.MORE_THAN && sign < 0))) {
            hints.add("a count is always " + rule.target().words());
        }
    }
}
