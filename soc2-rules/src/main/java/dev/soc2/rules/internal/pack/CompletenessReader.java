package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.CadenceUnit;
import dev.soc2.rules.rule.Cardinality;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Normalization;
import dev.soc2.rules.rule.OnOrphan;
import dev.soc2.rules.rule.Recurring;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.TimeAmount;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads COMPLETENESS. */
final class CompletenessReader {

    private CompletenessReader() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Value population = fields.required("left");
        boolean listed = isListOfTexts(population);
        Optional<List<String>> members = listed ? population.list(Value::text) : Optional.of(List.of());
        Optional<List<Selector>> left = listed ? Optional.of(List.of()) : population.oneOrMany(parts::selector);
        Optional<Selector> right = parts.selector(fields.required("right"));
        Optional<Selector> cross = parts.selector(fields.optional("cross"));
        Optional<List<MatchField>> match = parts.match(
                fields.required("match"),
                parts.faults().count() > before ? Set.of() : lefts(left, cross),
                RuleParts.types(right));
        Value within = fields.optional("within");
        boolean recurring = within.node().filter(MapNode.class::isInstance).isPresent();
        Optional<TimeAmount> amount = recurring ? Optional.empty() : parts.time(within);
        Optional<Recurring> again = recurring ? recurring(within, parts) : Optional.empty();
        Optional<Selector> retired = parts.selector(fields.optional("retired"));
        Optional<Cardinality> cardinality = fields.optional("cardinality").oneOf(Cardinality.class);
        if (recurring) {
            parts.withoutEffect(fields, "cardinality", "what recurs serves every left record of its key");
        }
        Optional<OnOrphan> onOrphan = fields.optional("onOrphan").oneOf(OnOrphan.class);
        List<Normalization> normalize = fields.optional("normalize")
                .list(v -> v.oneOf(Normalization.class))
                .orElse(List.of());
        Optional<CadenceUnit> at = fields.optional("at").oneOf(CadenceUnit.class);
        Optional<TimeAmount> staleness = parts.time(fields.optional("staleness"));
        return parts.made(
                fields,
                before,
                () -> new CompletenessRule(
                        left.orElseThrow(),
                        members.orElseThrow(),
                        right.orElseThrow(),
                        match.orElseThrow(),
                        amount,
                        again,
                        retired,
                        recurring ? Cardinality.MANY_TO_ONE : cardinality.orElse(Cardinality.ONE_TO_ONE),
                        onOrphan.orElse(OnOrphan.WARN),
                        normalize,
                        at,
                        staleness,
                        cross));
    }

    private static boolean isListOfTexts(Value value) {
        return value.node()
                .filter(ListNode.class::isInstance)
                .map(ListNode.class::cast)
                .filter(list -> !list.items().isEmpty())
                .map(list -> list.items().stream().allMatch(TextNode.class::isInstance))
                .orElse(false);
    }

    private static Optional<Recurring> recurring(Value within, RuleParts parts) {
        return within.map(fields -> {
            int before = parts.faults().count();
            Optional<TimeAmount> initial = parts.time(fields.required("initial"));
            Optional<TimeAmount> repeat = parts.time(fields.required("repeat"));
            return parts.made(fields, before, () -> new Recurring(initial.orElseThrow(), repeat.orElseThrow()));
        });
    }

    /** A key may be made of both records of a combination. */
    private static Set<String> lefts(Optional<List<Selector>> left, Optional<Selector> cross) {
        Set<String> types = new HashSet<>(RuleParts.types(left.orElse(List.of())));
        types.addAll(RuleParts.types(cross));
        return types;
    }
}
