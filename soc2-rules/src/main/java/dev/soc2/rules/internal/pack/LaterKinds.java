package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.rule.LaterRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of rules that are checked for their shape and not evaluated yet. */
final class LaterKinds {

    private enum Flip {
        LAST_KNOWN,
        PESSIMISTIC
    }

    private LaterKinds() {}

    static Optional<Rule> later(RuleKind kind, Fields fields, int before, RuleParts parts) {
        return parts.made(fields, before, () -> new LaterRule(kind.name(), "the kind " + kind.name()));
    }

    static Optional<Rule> freshness(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        parts.selector(fields.required("of"));
        parts.time(fields.required("validity"));
        parts.time(fields.optional("grace"));
        parts.time(fields.optional("initialGrace"));
        Subjects subjects = SubjectsReader.subjects(fields, parts);
        SubjectsReader.retired(fields, subjects, parts);
        return later(RuleKind.FRESHNESS, fields, before, parts);
    }

    static Optional<Rule> state(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> of = parts.selector(fields.required("of"));
        parts.condition(fields.required("compliant"), RuleParts.types(of));
        parts.selector(fields.optional("assets"));
        parts.selector(fields.optional("retired"));
        for (String name : List.of("staleness", "newAssetGrace", "maxViolation", "maxUnknown")) {
            parts.time(fields.optional(name));
        }
        fields.optional("flip").oneOf(Flip.class);
        return later(RuleKind.STATE, fields, before, parts);
    }

    static Optional<Rule> occurrence(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> trigger = parts.selector(fields.required("trigger"));
        Optional<Selector> record = parts.selector(fields.required("record"));
        parts.match(fields.required("match"), RuleParts.types(trigger), RuleParts.types(record));
        parts.time(fields.optional("within"));
        parts.expression(
                fields.optional("require"),
                ExpressionScopes.named(
                        parts.vocabulary(),
                        Map.of("trigger", RuleParts.types(trigger), "record", RuleParts.types(record))),
                ExprType.BOOL);
        return later(RuleKind.OCCURRENCE, fields, before, parts);
    }

    static Optional<Rule> prohibition(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        parts.selector(fields.required("of"));
        fields.optional("coverage").map(coverage -> {
            parts.selector(coverage.required("of"));
            return parts.time(coverage.required("every"));
        });
        return later(RuleKind.PROHIBITION, fields, before, parts);
    }

    static Optional<Rule> attested(Fields fields, RuleParts parts) {
        return later(RuleKind.ATTESTED, fields, parts.faults().count(), parts);
    }
}
