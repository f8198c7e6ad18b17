package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.rules.rule.LaterRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import java.util.List;
import java.util.Optional;

/** The kinds of rules that are checked for their shape and not evaluated yet. */
final class LaterKinds {

    private LaterKinds() {}

    static Optional<Rule> later(RuleKind kind, Fields fields, int before, RuleParts parts) {
        return parts.made(fields, before, () -> new LaterRule(kind.name(), "the kind " + kind.name()));
    }

    static Optional<Rule> several(RuleKind kind, Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<List<Rule>> rules = fields.required("rules").list(rule -> RuleReader.read(rule, parts));
        return parts.made(fields, before, () -> {
            if (rules.orElseThrow().isEmpty()) {
                throw new IllegalArgumentException(kind + " has at least one rule");
            }
            return new LaterRule(kind.name(), "the kind " + kind);
        });
    }

    static Optional<Rule> custom(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        fields.required("name").text();
        // What a parameter holds is for the Java code behind the rule to say.
        fields.optional("params").mapNode();
        return later(RuleKind.CUSTOM, fields, before, parts);
    }
}
