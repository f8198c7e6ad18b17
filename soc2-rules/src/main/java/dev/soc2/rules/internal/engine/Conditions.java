package dev.soc2.rules.internal.engine;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.rules.internal.expr.Compilation;
import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.internal.expr.Expression;
import dev.soc2.rules.internal.expr.ExpressionCompiler;
import dev.soc2.rules.internal.expr.ExpressionLimits;
import dev.soc2.rules.internal.expr.FieldPath;
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

/** The expressions of a plan, each compiled once against the vocabulary, and the fields that they and the rules need. */
final class Conditions {

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
        if (compiled.containsKey(key)) {
            return;
        }
        Compilation compilation = ExpressionCompiler.compile(
                text, ExpressionScopes.record(vocabulary, types), ExprType.BOOL, ExpressionLimits.DEFAULTS);
        compilation
                .faults()
                .forEach(fault -> issues.add(
                        Issue.error("SOC2-A002", Location.of(place), fault.what() + " in: " + text, fault.fix())));
        compilation.expression().ifPresent(expression -> {
            compiled.put(key, expression);
            for (FieldPath path : expression.fields()) {
                if (path.root().equals("attributes")) {
                    types.forEach(type -> needs.attribute(type, path.field()));
                }
            }
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

    Expression expression(Set<String> types, String text) {
        Expression expression = compiled.get(key(types, text));
        if (expression == null) {
            throw new IllegalStateException("no plan was made for: " + text);
        }
        return expression;
    }

    private static String key(Set<String> types, String text) {
        return String.join(" ", types.stream().sorted().toList()) + "\n" + text;
    }
}
