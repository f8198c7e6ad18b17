package dev.soc2.rules.internal.engine;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.internal.expr.AmountExpression;
import dev.soc2.rules.internal.expr.Compilation;
import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.internal.expr.Expression;
import dev.soc2.rules.internal.expr.ExpressionCompiler;
import dev.soc2.rules.internal.expr.ExpressionLimits;
import dev.soc2.rules.internal.expr.FieldPath;
import dev.soc2.rules.internal.expr.Scope;
import dev.soc2.rules.internal.pack.ExpressionScopes;
import dev.soc2.rules.internal.timeline.Needs;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The expressions of a plan, each compiled once against the vocabulary, and the fields that they and the rules need. */
final class Conditions {

    /** Sets amounts apart from conditions of the same text. */
    private static final String AMOUNT = "amount: ";

    private final Vocabulary vocabulary;
    private final Needs needs;
    private final Map<String, Expression> compiled = new HashMap<>();
    private final List<Issue> issues = new ArrayList<>();

    Conditions(Vocabulary vocabulary, Needs needs) {
        this.vocabulary = vocabulary;
        this.needs = needs;
    }

    /** Plans a selector: its types, and the fields of its expression. */
    void plan(String place, Selector selector) {
        selector.types().forEach(needs::type);
        selector.where().ifPresent(where -> plan(place, selector.types(), where));
    }

    /** Plans an expression over records of some types. */
    void plan(String place, Set<String> types, String text) {
        String key = key(types, text);
        if (!compiled.containsKey(key)) {
            Scope scope = ExpressionScopes.record(vocabulary, types);
            keep(place, key, text, condition(text, scope), path -> needOf(types, path));
        }
    }

    /** Plans an expression for an amount of records of some types. */
    void planAmount(String place, Set<String> types, String text) {
        String key = key(types, AMOUNT + text);
        if (!compiled.containsKey(key)) {
            Scope scope = ExpressionScopes.record(vocabulary, types);
            Compilation amount = AmountExpression.compile(text, scope, ExpressionLimits.DEFAULTS);
            keep(place, key, text, amount, path -> needOf(types, path));
        }
    }

    /** Plans an expression over several records, each under its name. */
    void plan(String place, Map<String, Set<String>> typesByName, String text) {
        String key = key(typesByName, text);
        if (!compiled.containsKey(key)) {
            Scope scope = ExpressionScopes.named(vocabulary, typesByName);
            keep(
                    place,
                    key,
                    text,
                    condition(text, scope),
                    path -> needOf(
                            typesByName.getOrDefault(NamedAccess.name(path), Set.of()), NamedAccess.within(path)));
        }
    }

    private static Compilation condition(String text, Scope scope) {
        return ExpressionCompiler.compile(text, scope, ExprType.BOOL, ExpressionLimits.DEFAULTS);
    }

    private void needOf(Set<String> types, FieldPath path) {
        if (path.root().equals("attributes")) {
            types.forEach(type -> needs.attribute(type, path.field()));
        }
    }

    private void keep(String place, String key, String text, Compilation compilation, Consumer<FieldPath> need) {
        compilation
                .faults()
                .forEach(fault -> issues.add(
                        Issue.error("SOC2-A002", Location.of(place), fault.what() + " in: " + text, fault.fix())));
        compilation.expression().ifPresent(expression -> {
            compiled.put(key, expression);
            expression.fields().forEach(need);
        });
    }

    /** Plans a field of records of some types. */
    void plan(Set<String> types, Field field) {
        types.forEach(type -> {
            needs.type(type);
            if (field.isAttribute()) {
                needs.attribute(type, field.name());
            }
        });
    }

    /** Plans that what a selector picks is looked up by some fields. */
    void lookUp(Selector selector, List<Field> by) {
        by.forEach(field -> plan(selector.types(), field));
        if (Scene.isPlain(selector) && by.size() == 1) {
            selector.types().forEach(type -> needs.cluster(type, by.get(0)));
        }
    }

    /** Tells of a rule that cannot be made ready. */
    void fault(Issue issue) {
        issues.add(issue);
    }

    /** Throws when a rule cannot be made ready, or an expression that was not read from a document has faults. */
    void throwIfFaulty() {
        if (!issues.isEmpty()) {
            throw new Soc2Exception(issues);
        }
    }

    /** Whether records of one of the types may carry a field: it declares the attribute, or no attribute at all. */
    boolean declares(Set<String> types, Field field) {
        return !field.isAttribute()
                || types.stream()
                        .anyMatch(type -> vocabulary
                                .attributes(type)
                                .map(declared -> declared.containsKey(field.name()))
                                .orElse(true));
    }

    Expression expression(Set<String> types, String text) {
        return planned(key(types, text), text);
    }

    Expression expression(Map<String, Set<String>> typesByName, String text) {
        return planned(key(typesByName, text), text);
    }

    private Expression planned(String key, String text) {
        Expression expression = compiled.get(key);
        if (expression == null) {
            throw new IllegalStateException("no plan was made for: " + text);
        }
        return expression;
    }

    Expression amount(Set<String> types, String text) {
        return expression(types, AMOUNT + text);
    }

    private static String key(Set<String> types, String text) {
        return String.join(" ", types.stream().sorted().toList()) + "\n" + text;
    }

    private static String key(Map<String, Set<String>> typesByName, String text) {
        StringBuilder key = new StringBuilder();
        new TreeMap<>(typesByName)
                .forEach((name, types) -> key.append(name).append(": ").append(key(types, "")));
        return key.append(text).toString();
    }
}
