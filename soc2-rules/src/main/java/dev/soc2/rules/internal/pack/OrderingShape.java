package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shape of ORDERING, which is not evaluated yet. */
final class OrderingShape {

    private static final String ITEM = "item";

    private OrderingShape() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Set<String> item = RuleParts.types(parts.selector(fields.required(ITEM)));
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        steps.put(ITEM, item);
        Set<String> names = new HashSet<>(Set.of(ITEM));
        Optional<List<Selector>> read = fields.required("steps").list(step -> step(step, item, names, steps, parts));
        fields.optional("distinct").list(pair -> pair.list(path -> path(path, steps, parts)));
        fields.optional("sameRevision")
                .node()
                .ifPresent(node -> parts.field(fields.optional("sameRevision"), last(steps)));
        parts.time(fields.optional("clockSkew"));
        parts.condition(fields.optional("emergency"), item);
        return parts.made(fields, before, () -> {
            if (read.orElseThrow().size() < 2) {
                throw new IllegalArgumentException("an order has at least two steps");
            }
            return LaterKinds.later(RuleKind.ORDERING, fields, before, parts).orElseThrow();
        });
    }

    private static Optional<Selector> step(
            Value value, Set<String> item, Set<String> names, Map<String, Set<String>> steps, RuleParts parts) {
        return value.map(fields -> {
            Optional<String> name = UniqueNames.read(fields.required("name"), "step", names, parts);
            Optional<Selector> of = parts.selector(fields.required("of"));
            parts.match(fields.required("match"), item, RuleParts.types(of));
            parts.selector(fields.optional("withdrawn"));
            parts.texts(fields.optional("roles"));
            name.ifPresent(n -> steps.put(n, RuleParts.types(of)));
            return of;
        });
    }

    private static Set<String> last(Map<String, Set<String>> steps) {
        return steps.values().stream().reduce(Set.of(), (a, b) -> b);
    }

    /** A path such as {@code approved.actor}: a step, and a field of its record. */
    private static Optional<Field> path(Value value, Map<String, Set<String>> steps, RuleParts parts) {
        return value.textNode().flatMap(text -> {
            int dot = text.value().indexOf('.');
            String name = dot < 0 ? text.value() : text.value().substring(0, dot);
            if (!steps.containsKey(name)) {
                return unknown(text, name, steps.keySet(), parts);
            }
            return value.as(path -> Field.of(path.substring(dot + 1)), "write " + name + ".actor, or another field")
                    .filter(field -> declared(text, field, steps.get(name), parts));
        });
    }

    private static Optional<Field> unknown(TextNode text, String name, Set<String> steps, RuleParts parts) {
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
