package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.internal.expr.AmountExpression;
import dev.soc2.rules.internal.expr.Compilation;
import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.internal.expr.ExpressionCompiler;
import dev.soc2.rules.internal.expr.ExpressionFault;
import dev.soc2.rules.internal.expr.ExpressionLimits;
import dev.soc2.rules.internal.expr.Scope;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.TimeAmount;
import dev.soc2.rules.rule.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads what rules are made of: selectors, fields, expressions and times, each checked against the vocabulary. Where a
 * selector could not be read, nothing is known of its types, and what depends on them is not checked.
 */
final class RuleParts {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_-]*+(\\.[a-z0-9][a-z0-9_-]*+)*+");
    private static final int LONGEST_TYPE = 1_024;

    private final Vocabulary vocabulary;
    private final Faults faults;

    RuleParts(Vocabulary vocabulary, Faults faults) {
        this.vocabulary = vocabulary;
        this.faults = faults;
    }

    Faults faults() {
        return faults;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    static boolean isType(String name) {
        return name.length() <= LONGEST_TYPE && TYPE.matcher(name).matches();
    }

    /** The value, when nothing was at fault since {@code before}; a refusal of its constructor is a fault of the map. */
    <T> Optional<T> made(Fields fields, int before, Supplier<? extends T> value) {
        if (faults.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            String what = e.getMessage() == null ? "its parts do not fit together" : e.getMessage();
            fields.node()
                    .ifPresent(node ->
                            PackCode.INVARIANT.tell(faults, node, what, "change the fields so that they fit together"));
            return Optional.empty();
        }
    }

    Optional<Selector> selector(Value value) {
        return value.map(fields -> {
            int before = faults.count();
            Optional<List<String>> types = fields.required("type").oneOrMany(this::type);
            Optional<String> source = fields.optional("source").text();
            Set<String> known = new HashSet<>(types.orElse(List.of()));
            Optional<String> where = condition(fields.optional("where"), known);
            return made(fields, before, () -> new Selector(known, source, where));
        });
    }

    Optional<String> type(Value value) {
        return value.textNode().flatMap(text -> {
            if (isType(text.value())) {
                return Optional.of(text.value());
            }
            PackCode.EVIDENCE_TYPE.tell(
                    faults,
                    text,
                    "an evidence type is a dotted lower-case name, got '" + text + "'",
                    "write a name such as iam.account.disabled");
            return Optional.empty();
        });
    }

    static Set<String> types(Optional<Selector> selector) {
        return selector.map(Selector::types).orElse(Set.of());
    }

    static Set<String> types(List<Selector> selectors) {
        Set<String> all = new HashSet<>();
        selectors.forEach(selector -> all.addAll(selector.types()));
        return all;
    }

    Optional<String> condition(Value value, Collection<String> types) {
        return expression(value, ExpressionScopes.record(vocabulary, types), ExprType.BOOL);
    }

    Optional<String> expression(Value value, Scope scope, ExprType expected) {
        return compiled(value, text -> ExpressionCompiler.compile(text, scope, expected, ExpressionLimits.DEFAULTS));
    }

    /** An expression for an amount. */
    Optional<String> amount(Value value, Scope scope) {
        return compiled(value, text -> AmountExpression.compile(text, scope, ExpressionLimits.DEFAULTS));
    }

    private Optional<String> compiled(Value value, Function<String, Compilation> compiler) {
        return value.textNode().flatMap(text -> {
            List<ExpressionFault> found = compiler.apply(text.value()).faults();
            found.forEach(fault -> tell(text, fault));
            return found.isEmpty() ? Optional.of(text.value()) : Optional.empty();
        });
    }

    private void tell(TextNode text, ExpressionFault fault) {
        int points = text.value().codePointCount(0, text.value().length());
        int offset = Math.min(fault.offset(), points);
        int length = Math.min(fault.length(), points - offset);
        faults.add(PackCode.EXPRESSION.code(), text, offset, length, fault.what(), fault.fix());
    }

    Optional<Field> field(Value value, Collection<String> types) {
        return value.textNode()
                .flatMap(text -> value.as(
                                Field::of,
                                "write subject, actor, occurredAt, another field of a record, or attributes.<name>")
                        .filter(field -> declares(text, field, types)));
    }

    /** A field that holds a time: one of the record's own, or an attribute that can be read as one. */
    Optional<Field> timeField(Value value, Collection<String> types) {
        return field(value, types).filter(field -> {
            boolean time = field.isAttribute()
                    ? FieldTypes.mayHoldTime(vocabulary, types, field)
                    : field.name().equals("occurredAt") || field.name().equals("observedAt");
            if (!time) {
                value.node()
                        .ifPresent(node -> PackCode.FIELD_TYPE.tell(
                                faults,
                                node,
                                "'" + field + "' holds no time",
                                "name a field that holds one, such as occurredAt"));
            }
            return time;
        });
    }

    private boolean declares(TextNode text, Field field, Collection<String> types) {
        return FieldTypes.undeclared(vocabulary, types, field)
                .map(fix -> {
                    PackCode.UNDECLARED_FIELD.tell(
                            faults,
                            text,
                            "'" + field.name() + "' is not an attribute that " + ExpressionScopes.words(types)
                                    + " declares",
                            fix);
                    return false;
                })
                .orElse(true);
    }

    /** A key: a list of fields that both sides have, of {@code {left: right}} where they differ, or one such map. */
    Optional<List<MatchField>> match(Value value, Collection<String> left, Collection<String> right) {
        if (value.node().filter(MapNode.class::isInstance).isPresent()) {
            return pairs(value, left, right);
        }
        if (value.node()
                .filter(n -> n instanceof ListNode list && list.items().isEmpty())
                .isPresent()) {
            value.node()
                    .ifPresent(node -> PackCode.INVARIANT.tell(
                            faults, node, "a key has at least one field", "write [subject], or other fields"));
            return Optional.empty();
        }
        return value.list(item -> item.node().filter(MapNode.class::isInstance).isPresent()
                        ? pairs(item, left, right)
                        : same(item, left, right))
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    private Optional<List<MatchField>> same(Value value, Collection<String> left, Collection<String> right) {
        return field(value, left)
                .filter(found ->
                        value.textNode().filter(t -> declares(t, found, right)).isPresent())
                .map(found -> List.of(new MatchField(found, found)));
    }

    private Optional<List<MatchField>> pairs(Value value, Collection<String> left, Collection<String> right) {
        return value.mapNode().flatMap(map -> {
            List<MatchField> all = new ArrayList<>();
            map.entries().forEach((name, entry) -> {
                Optional<Field> from = field(Value.of(entry.key(), faults), left);
                Optional<Field> to = field(Value.of(entry.value(), faults), right);
                from.ifPresent(f -> to.ifPresent(t -> all.add(new MatchField(f, t))));
            });
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        });
    }

    Optional<TimeAmount> time(Value value) {
        return value.as(
                TimeAmount::parse, "write elapsed time (PT24H), calendar time (P30D) or business time (2BD, 8BH)");
    }

    Optional<List<String>> texts(Value value) {
        return value.list(Value::text);
    }

    /** Tells of a field that is there and, beside the others, says nothing. */
    void withoutEffect(Fields fields, String name, String why) {
        fields.node()
                .flatMap(map -> map.get(name))
                .ifPresent(node -> PackCode.WITHOUT_EFFECT.tell(
                        faults, node, "'" + name + "' has no effect here: " + why, "leave '" + name + "' out"));
    }
}
