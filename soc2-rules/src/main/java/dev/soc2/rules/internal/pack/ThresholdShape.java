package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.internal.expr.ExprType;
import dev.soc2.rules.internal.expr.Scope;
import dev.soc2.rules.rule.CadenceUnit;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The shape of THRESHOLD, which is not evaluated yet. */
final class ThresholdShape {

    private static final Pattern TARGET = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?%?");
    private static final List<String> OPERATORS = List.of(">=", ">", "<=", "<", "==");

    private enum Aggregate {
        RATIO,
        SUM,
        AVG,
        MIN,
        MAX,
        COUNT,
        P95
    }

    private enum Partial {
        INCLUDE,
        EXCLUDE,
        EXTEND_TO_FULL
    }

    private enum Missing {
        UNKNOWN,
        COUNT_AS_BAD,
        COUNT_AS_GOOD
    }

    private enum ExpectedTotal {
        WINDOW_MINUTES
    }

    private ThresholdShape() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Aggregate> aggregate = fields.required("aggregate").oneOf(Aggregate.class);
        Optional<Selector> of = parts.selector(fields.required("of"));
        Scope scope = ExpressionScopes.record(parts.vocabulary(), RuleParts.types(of));
        boolean counted = aggregate.filter(a -> a == Aggregate.COUNT).isPresent();
        parts.expression(counted ? fields.optional("value") : fields.required("value"), scope, ExprType.DYN);
        boolean ratio = aggregate.filter(a -> a == Aggregate.RATIO).isPresent();
        parts.expression(ratio ? fields.required("total") : fields.optional("total"), scope, ExprType.DYN);
        parts.expression(fields.optional("unknown"), scope, ExprType.DYN);
        fields.optional("expectedTotal").oneOf(ExpectedTotal.class);
        exclude(fields.optional("exclude"), parts);
        fields.required("window").oneOf(CadenceUnit.class);
        fields.optional("partial").oneOf(Partial.class);
        fields.optional("missing").oneOf(Missing.class);
        SubjectsReader.subjects(fields, parts);
        fields.required("op").as(ThresholdShape::operator, "write one of " + String.join(" ", OPERATORS));
        target(fields.required("target"));
        return LaterKinds.later(RuleKind.THRESHOLD, fields, before, parts);
    }

    /** A selector, or a selector with the times that must lie before the excluded time begins. */
    private static void exclude(Value value, RuleParts parts) {
        boolean timed = value.node()
                .filter(n -> n instanceof MapNode map && map.get("of").isPresent())
                .isPresent();
        if (!timed) {
            parts.selector(value);
            return;
        }
        value.map(fields -> {
            Set<String> types = RuleParts.types(parts.selector(fields.required("of")));
            parts.timeField(fields.optional("approvedAt"), types);
            return parts.timeField(fields.optional("announcedAt"), types);
        });
    }

    private static String operator(String text) {
        if (!OPERATORS.contains(text)) {
            throw new IllegalArgumentException("no operator '" + text + "'");
        }
        return text;
    }

    private static Optional<BigDecimal> target(Value value) {
        if (value.node().filter(NumberNode.class::isInstance).isPresent()) {
            return value.decimal();
        }
        return value.as(ThresholdShape::number, "write a number, or \"99.9%\"");
    }

    private static BigDecimal number(String text) {
        if (!TARGET.matcher(text).matches()) {
            throw new IllegalArgumentException("a target is a number or a percentage, got '" + text + "'");
        }
        return new BigDecimal(text.replace("%", ""));
    }
}
