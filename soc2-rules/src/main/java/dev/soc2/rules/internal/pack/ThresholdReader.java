package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.internal.expr.Scope;
import dev.soc2.rules.rule.Aggregate;
import dev.soc2.rules.rule.CadenceUnit;
import dev.soc2.rules.rule.ExcludedTime;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.MissingAmount;
import dev.soc2.rules.rule.PartialWindow;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.Target;
import dev.soc2.rules.rule.TargetOperator;
import dev.soc2.rules.rule.ThresholdRule;
import java.math.BigDecimal;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads THRESHOLD. */
final class ThresholdReader {

    private static final Pattern TARGET = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?%?");
    private static final List<String> OPERATORS =
            Stream.of(TargetOperator.values()).map(TargetOperator::sign).toList();

    private enum ExpectedTotal {
        WINDOW_MINUTES
    }

    private ThresholdReader() {}

    static Optional<Rule> read(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Aggregate> aggregate = fields.required("aggregate").oneOf(Aggregate.class);
        Optional<Selector> of = parts.selector(fields.required("of"));
        Scope scope = ExpressionScopes.record(parts.vocabulary(), RuleParts.types(of));
        boolean counted = aggregate.filter(a -> a == Aggregate.COUNT).isPresent();
        boolean ratio = aggregate.filter(a -> a == Aggregate.RATIO).isPresent();
        Optional<String> value = parts.amount(counted ? fields.optional("value") : fields.required("value"), scope);
        Optional<String> total = parts.amount(ratio ? fields.required("total") : fields.optional("total"), scope);
        Optional<String> unknown = parts.amount(fields.optional("unknown"), scope);
        Optional<ExpectedTotal> expected = fields.optional("expectedTotal").oneOf(ExpectedTotal.class);
        Optional<ExcludedTime> exclude = exclude(fields.optional("exclude"), parts);
        Optional<CadenceUnit> window = fields.required("window").oneOf(CadenceUnit.class);
        Optional<PartialWindow> partial = fields.optional("partial").oneOf(PartialWindow.class);
        Optional<MissingAmount> missing = fields.optional("missing").oneOf(MissingAmount.class);
        Subjects subjects = SubjectsReader.subjects(fields, parts);
        Optional<Selector> retired = SubjectsReader.retired(fields, subjects, parts);
        Optional<String> calendar = fields.optional("calendar").text();
        Optional<Month> fiscalStart = CadenceReader.fiscalStart(fields);
        Optional<TargetOperator> operator =
                fields.required("op").as(ThresholdReader::operator, "write one of " + String.join(" ", OPERATORS));
        Optional<Target> target = target(fields.required("target"), operator.orElse(TargetOperator.AT_LEAST), parts);
        return parts.made(
                fields,
                before,
                () -> new ThresholdRule(
                        of.orElseThrow(),
                        aggregate.orElseThrow(),
                        value,
                        total,
                        unknown,
                        expected.isPresent(),
                        exclude,
                        window.orElseThrow(),
                        partial.orElse(PartialWindow.INCLUDE),
                        missing.orElse(MissingAmount.UNKNOWN),
                        subjects,
                        retired,
                        calendar,
                        fiscalStart.orElse(Month.JANUARY),
                        target.orElseThrow()));
    }

    /** A selector, or a selector with the times that must lie before the excluded time begins. */
    private static Optional<ExcludedTime> exclude(Value value, RuleParts parts) {
        boolean timed = value.node()
                .filter(n -> n instanceof MapNode map && map.get("of").isPresent())
                .isPresent();
        if (!timed) {
            return parts.selector(value).map(of -> new ExcludedTime(of, Optional.empty(), Optional.empty()));
        }
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<Selector> of = parts.selector(fields.required("of"));
            Set<String> types = RuleParts.types(of);
            Optional<Field> approvedAt = parts.timeField(fields.optional("approvedAt"), types);
            Optional<Field> announcedAt = parts.timeField(fields.optional("announcedAt"), types);
            return parts.made(fields, before, () -> new ExcludedTime(of.orElseThrow(), approvedAt, announcedAt));
        });
    }

    private static TargetOperator operator(String text) {
        return Stream.of(TargetOperator.values())
                .filter(operator -> operator.sign().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operator '" + text + "'"));
    }

    private static Optional<Target> target(Value value, TargetOperator operator, RuleParts parts) {
        if (value.node().filter(NumberNode.class::isInstance).isPresent()) {
            Optional<BigDecimal> number = value.decimal();
            Optional<BigDecimal> held = number.filter(Target::holds);
            if (number.isPresent() && held.isEmpty()) {
                value.node()
                        .ifPresent(node -> PackCode.INVARIANT.tell(
                                parts.faults(), node, "a target has at most 40 digits", "write fewer digits"));
            }
            return held.map(bound -> new Target(operator, bound, false));
        }
        return value.as(text -> percentage(operator, text), "write a number, or \"99.9%\"");
    }

    private static Target percentage(TargetOperator operator, String text) {
        if (!TARGET.matcher(text).matches()) {
            throw new IllegalArgumentException("a target is a number or a percentage, got '" + text + "'");
        }
        return Target.of(operator, text);
    }
}
