package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.result.SelectionMethod;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Sampling;
import dev.soc2.rules.sampling.Expansion;
import dev.soc2.rules.sampling.SizeRule;
import dev.soc2.rules.sampling.SizeTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code sampling}: why, how many, which, and when more. */
final class SamplingReader {

    private enum Table {
        FIXED,
        CUSTOMARY
    }

    private enum Plan {
        CUSTOMARY
    }

    private SamplingReader() {}

    /** Sampling of a rule whose items are records of some types. */
    static Optional<Sampling> read(Value value, Set<String> types, RuleParts parts) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<String> impracticable = fields.required("impracticable").text();
            Optional<SizeRule> size = size(fields.optional("size"), parts);
            Optional<SelectionMethod> method = fields.optional("method").oneOf(SelectionMethod.class);
            Optional<String> seed = fields.optional("seed").text();
            Optional<Boolean> prior = fields.optional("priorDeviation").flag();
            Optional<Expansion> expansion = expansion(fields.optional("expansion"), parts);
            Optional<Sampling.Division> strata = fields.optional("strata").map(f -> strata(f, types, parts));
            Optional<Sampling.Picks> picks = fields.optional("picks").map(f -> picks(f, parts));
            if (method.filter(m -> m == SelectionMethod.JUDGEMENTAL).isPresent()) {
                parts.withoutEffect(fields, "size", "a judgemental sample is as large as its list");
            }
            return parts.made(
                    fields,
                    before,
                    () -> new Sampling(
                            impracticable.orElseThrow(),
                            size.orElse(new SizeRule.ByTable(SizeTable.FIXED)),
                            method.orElse(SelectionMethod.PERIOD_STRATIFIED),
                            seed,
                            prior.orElse(false),
                            expansion.orElse(Expansion.NONE),
                            strata,
                            picks));
        });
    }

    private static Optional<SizeRule> size(Value value, RuleParts parts) {
        if (value.node().filter(MapNode.class::isInstance).isPresent()) {
            return value.map(fields -> planned(fields, parts));
        }
        if (value.node().filter(NumberNode.class::isInstance).isPresent()) {
            return value.integer().flatMap(items -> number(value, items, parts));
        }
        return value.oneOf(Table.class)
                .map(table -> new SizeRule.ByTable(table == Table.FIXED ? SizeTable.FIXED : SizeTable.CUSTOMARY));
    }

    private static Optional<SizeRule> number(Value value, int items, RuleParts parts) {
        try {
            return Optional.of(new SizeRule.Count(items));
        } catch (IllegalArgumentException e) {
            String what = items < 1 || e.getMessage() == null ? "a sample has at least one item" : e.getMessage();
            value.node()
                    .ifPresent(node -> PackCode.INVARIANT.tell(
                            parts.faults(), node, what, items < 1 ? "write 1 or more" : "test everything"));
            return Optional.empty();
        }
    }

    private static Optional<SizeRule> planned(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<BigDecimal> confidence = RateReader.read(fields.required("confidence"), parts);
        Optional<BigDecimal> tolerable = RateReader.read(fields.required("tolerable"), parts);
        Optional<BigDecimal> expected = RateReader.read(fields.optional("expected"), parts);
        return parts.made(
                fields,
                before,
                () -> new SizeRule.Planned(
                        confidence.orElseThrow(), tolerable.orElseThrow(), expected.orElse(BigDecimal.ZERO)));
    }

    private static Optional<Expansion> expansion(Value value, RuleParts parts) {
        if (value.node().filter(TextNode.class::isInstance).isPresent()) {
            return value.oneOf(Plan.class).map(plan -> Expansion.CUSTOMARY);
        }
        Optional<List<Expansion.Step>> steps = value.list(step -> step.map(fields -> {
            int before = parts.faults().count();
            Optional<Integer> deviations = fields.required("deviations").integer();
            Optional<Integer> size = fields.required("size").integer();
            return parts.made(fields, before, () -> new Expansion.Step(deviations.orElseThrow(), size.orElseThrow()));
        }));
        return steps.flatMap(list -> {
            try {
                return Optional.of(new Expansion(list));
            } catch (IllegalArgumentException e) {
                value.node()
                        .ifPresent(node -> PackCode.INVARIANT.tell(
                                parts.faults(),
                                node,
                                "each step extends to a larger size than the one before",
                                "order the steps by size"));
                return Optional.empty();
            }
        });
    }

    private static Optional<Sampling.Division> strata(Fields fields, Set<String> types, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Field> field = parts.field(fields.required("field"), types);
        Optional<Integer> atLeast = fields.optional("atLeast").integer();
        return parts.made(fields, before, () -> new Sampling.Division(field.orElseThrow(), atLeast.orElse(0)));
    }

    private static Optional<Sampling.Picks> picks(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<List<String>> ids = parts.texts(fields.required("ids"));
        Optional<String> reason = fields.required("reason").text();
        return parts.made(fields, before, () -> new Sampling.Picks(ids.orElse(List.of()), reason.orElseThrow()));
    }
}
