package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.DistinctPair;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OrderingRule;
import dev.soc2.rules.rule.OrderingStep;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.StepField;
import dev.soc2.rules.rule.TimeAmount;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads ORDERING: the item, its steps, and what must hold between them. */
final class OrderingReader {

    private static final String ITEM = StepField.ITEM;

    private OrderingReader() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> item = parts.selector(fields.required(ITEM));
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        steps.put(ITEM, RuleParts.types(item));
        Set<String> names = new HashSet<>(Set.of(ITEM));
        Optional<List<OrderingStep>> read =
                fields.required("steps").list(step -> step(step, RuleParts.types(item), names, steps, parts));
        Optional<List<DistinctPair>> distinct = fields.optional("distinct").list(pair -> pair(pair, steps, parts));
        Optional<Field> revision = parts.field(fields.optional("sameRevision"), last(steps));
        Optional<TimeAmount> skew = parts.time(fields.optional("clockSkew"));
        Optional<String> emergency = parts.condition(fields.optional("emergency"), RuleParts.types(item));
        return parts.made(fields, before, () -> {
            revision.ifPresent(field -> compared(field, read.orElseThrow(), parts));
            return new OrderingRule(
                    item.orElseThrow(),
                    read.orElseThrow(),
                    distinct.orElse(List.of()),
                    revision,
                    skew.orElse(TimeAmount.none()),
                    emergency);
        });
    }

    private static Optional<OrderingStep> step(
            Value value, Set<String> item, Set<String> names, Map<String, Set<String>> steps, RuleParts parts) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<String> name = UniqueNames.read(fields.required("name"), "step", names, parts);
            Optional<Selector> of = parts.selector(fields.required("of"));
            Optional<List<MatchField>> match = parts.match(fields.required("match"), item, RuleParts.types(of));
            Optional<Selector> withdrawn = parts.selector(fields.optional("withdrawn"));
            Optional<List<String>> roles = parts.texts(fields.optional("roles"));
            Optional<Field> at = parts.timeField(fields.optional("at"), RuleParts.types(of));
            name.ifPresent(n -> steps.put(n, RuleParts.types(of)));
            return parts.made(
                    fields,
                    before,
                    () -> new OrderingStep(
                            name.orElseThrow(),
                            of.orElseThrow(),
                            match.orElseThrow(),
                            withdrawn,
                            roles.orElse(List.of()),
                            at.orElse(Field.OCCURRED_AT)));
        });
    }

    /** A revision that only the last step carries would be compared with nothing. */
    private static void compared(Field revision, List<OrderingStep> steps, RuleParts parts) {
        long carry = steps.stream()
                .filter(step -> FieldTypes.undeclared(
                                parts.vocabulary(), step.of().types(), revision)
                        .isEmpty())
                .count();
        if (carry < 2) {
            throw new IllegalArgumentException("no step but the last declares " + revision + ", the sameRevision");
        }
    }

    private static Optional<DistinctPair> pair(Value value, Map<String, Set<String>> steps, RuleParts parts) {
        int before = parts.faults().count();
        Optional<List<StepField>> paths = value.list(path -> path(path, steps, parts));
        if (parts.faults().count() > before || paths.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (paths.get().size() != 2) {
                throw new IllegalArgumentException(
                        "a pair has two fields, got " + paths.get().size());
            }
            return Optional.of(new DistinctPair(paths.get().get(0), paths.get().get(1)));
        } catch (IllegalArgumentException e) {
            value.node()
                    .ifPresent(node -> PackCode.INVARIANT.tell(
                            parts.faults(),
                            node,
                            String.valueOf(e.getMessage()),
                            "write two fields, such as [item.actor, approved.actor]"));
            return Optional.empty();
        }
    }

    private static Set<String> last(Map<String, Set<String>> steps) {
        return steps.values().stream().reduce(Set.of(), (a, b) -> b);
    }

    /** A path such as {@code approved.actor}: a step, and a field of its record. */
    private static Optional<StepField> path(Value value, Map<String, Set<String>> steps, RuleParts parts) {
        return value.textNode().flatMap(text -> {
            int dot = text.value().indexOf('.');
            String name = dot < 0 ? text.value() : text.value().substring(0, dot);
            if (!steps.containsKey(name)) {
                return unknown(text, name, steps.keySet(), parts);
            }
            return value.as(path -> Field.of(path.substring(dot + 1)), "write " + name + ".actor, or another field")
                    .filter(field -> declared(text, field, steps.getOrDefault(name, Set.of()), parts))
                    .map(field -> new StepField(name, field));
        });
    }

    private static Optional<StepField> unknown(TextNode text, String name, Set<String> steps, RuleParts parts) {
        PackCode.UNKNOWN_STEP.tell(
                parts.faults(),
                text,
                "'" + text + "' names no step of this rule",
                Nearest.to(name, steps)
                        .map(near -> "use '" + near + "'")
                        .orElse("begin with one of " + String.join(", ", steps)));
        return Optional.empty();
    }

    private static boolean declared(TextNode text, Field field, Set<String> types, RuleParts parts) {
        Optional<String> fix = FieldTypes.undeclared(parts.vocabulary(), types, field);
        fix.ifPresent(f -> PackCode.UNDECLARED_FIELD.tell(
                parts.faults(),
                text,
                "'" + field.name() + "' is not an attribute that " + ExpressionScopes.words(types) + " declares",
                f));
        return fix.isEmpty();
    }
}
