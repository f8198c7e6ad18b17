package dev.soc2.rules.internal.pack;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.rule.AttributeRule;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.FollowUp;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.Limit;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.RollingRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.TimeAmount;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way back: a rule as the document that {@link RuleReader} reads, every option written out. */
final class RuleWriter {

    private final Map<String, AttributeValue> fields = new LinkedHashMap<>();

    private RuleWriter(String kind) {
        put("kind", kind);
    }

    /** The fields of the rule; of a rule that is not evaluated yet just its kind. */
    static Map<String, AttributeValue> fields(Rule rule) {
        RuleWriter writer = new RuleWriter(rule.kind());
        if (rule instanceof AttributeRule attribute) {
            writer.put("of", selector(attribute.of())).put("require", attribute.require());
        } else if (rule instanceof CalendarRule calendar) {
            writer.calendar(calendar);
        } else if (rule instanceof RollingRule rolling) {
            writer.rolling(rolling);
        } else if (rule instanceof SlaRule sla) {
            writer.sla(sla);
        } else if (rule instanceof CompletenessRule completeness) {
            writer.completeness(completeness);
        } else if (rule instanceof PolicyReviewRule policy) {
            writer.policyReview(policy);
        } else if (rule instanceof CombinedRule combined) {
            writer.put(
                    "rules",
                    AttributeValue.of(combined.parts().stream()
                            .map(part -> AttributeValue.of(fields(part)))
                            .toList()));
        } else if (rule instanceof JavaRule java) {
            writer.put("name", java.name()).put("params", AttributeValue.of(java.params()));
        }
        return writer.fields;
    }

    private void calendar(CalendarRule rule) {
        put("of", selector(rule.of()))
                .put("every", rule.every().name())
                .put("grace", rule.grace().written());
        put("required", AttributeValue.of(rule.required()));
        subjects(rule.subjects(), rule.retired());
        rule.calendar().ifPresent(name -> put("calendar", name));
        put(
                "fiscalStart",
                (rule.fiscalStart().getValue() < 10 ? "--0" : "--")
                        + rule.fiscalStart().getValue());
        put("performedInPeriodOnly", AttributeValue.of(rule.performedInPeriodOnly()));
        put("slots", rule.slots().name());
        rule.followUp().ifPresent(followUp -> put("followUp", followUp(followUp)));
    }

    private void rolling(RollingRule rule) {
        put("mode", "ROLLING").put("of", selector(rule.of()));
        put("every", rule.every().written()).put("grace", rule.grace().written());
        rule.minInPeriod().ifPresent(least -> put("minInPeriod", AttributeValue.of(least)));
        subjects(rule.subjects(), rule.retired());
    }

    private void sla(SlaRule rule) {
        put("trigger", selector(rule.trigger())).put("start", rule.start().path());
        rule.stop().ifPresent(stop -> put("stop", stop.path()));
        rule.answer()
                .ifPresent(answer -> put("answer", selector(answer))
                        .put("match", match(rule.match()))
                        .put("cardinality", rule.cardinality().name()));
        limit(rule.limit());
        rule.calendar().ifPresent(name -> put("calendar", name));
        put("early", rule.early().name())
                .put("population", rule.populationRule().name());
        put("dateOnlyAt", rule.dateOnlyAt().name());
    }

    private void limit(Limit limit) {
        limit.amount().ifPresent(amount -> put("limit", amount.written()));
        limit.due().ifPresent(due -> put("due", due.path()));
        limit.by().ifPresent(by -> {
            Map<String, AttributeValue> values = new LinkedHashMap<>();
            values.put("field", AttributeValue.of(by.path()));
            limit.amounts().forEach((value, amount) -> values.put(value, AttributeValue.of(amount.written())));
            put("limitBy", AttributeValue.of(values));
        });
    }

    private void completeness(CompletenessRule rule) {
        put(
                "left",
                rule.members().isEmpty()
                        ? AttributeValue.of(
                                rule.left().stream().map(RuleWriter::selector).toList())
                        : AttributeValue.texts(rule.members()));
        put("right", selector(rule.right())).put("match", match(rule.match()));
        rule.within().map(TimeAmount::written).ifPresent(within -> put("within", within));
        put("cardinality", rule.cardinality().name())
                .put("onOrphan", rule.onOrphan().name());
        put("normalize", texts(rule.normalize().stream().map(Enum::name).toList()));
        rule.at().ifPresent(at -> put("at", at.name()));
        rule.cross().ifPresent(cross -> put("cross", selector(cross)));
    }

    private void policyReview(PolicyReviewRule rule) {
        put("policy", rule.policy())
                .put("maxReviewInterval", rule.maxReviewInterval().written());
        put("grace", rule.grace().written());
        put("approverRoles", texts(rule.approverRoles())).put("publishedTo", texts(rule.publishedTo()));
    }

    private void subjects(Subjects subjects, Optional<Selector> retired) {
        put(
                "perSubject",
                subjects.match(
                        () -> AttributeValue.of(false),
                        () -> AttributeValue.of(true),
                        RuleWriter::texts,
                        RuleWriter::selector));
        retired.ifPresent(selector -> put("retired", selector(selector)));
    }

    private static AttributeValue followUp(FollowUp followUp) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        followUp.where().ifPresent(where -> values.put("where", AttributeValue.of(where)));
        values.put("answer", selector(followUp.answer()));
        values.put("match", match(followUp.match()));
        values.put("limit", AttributeValue.of(followUp.limit().written()));
        return AttributeValue.of(values);
    }

    private static AttributeValue selector(Selector selector) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("type", texts(selector.types()));
        selector.source().ifPresent(source -> values.put("source", AttributeValue.of(source)));
        selector.where().ifPresent(where -> values.put("where", AttributeValue.of(where)));
        return AttributeValue.of(values);
    }

    private static AttributeValue match(List<MatchField> match) {
        return AttributeValue.of(match.stream().map(RuleWriter::pair).toList());
    }

    private static AttributeValue pair(MatchField pair) {
        Field left = pair.left();
        AttributeValue right = AttributeValue.of(pair.right().path());
        return left.equals(pair.right()) ? right : AttributeValue.of(Map.of(left.path(), right));
    }

    private static AttributeValue texts(Collection<String> texts) {
        return AttributeValue.texts(List.copyOf(texts));
    }

    private RuleWriter put(String name, String text) {
        return put(name, AttributeValue.of(text));
    }

    private RuleWriter put(String name, AttributeValue value) {
        fields.put(name, value);
        return this;
    }
}
