package dev.soc2.rules.internal.pack;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.rule.AttributeRule;
import dev.soc2.rules.rule.CalendarRule;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.CompletenessRule;
import dev.soc2.rules.rule.ExcludedTime;
import dev.soc2.rules.rule.Field;
import dev.soc2.rules.rule.FollowUp;
import dev.soc2.rules.rule.FreshnessRule;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.MatchField;
import dev.soc2.rules.rule.OccurrenceRule;
import dev.soc2.rules.rule.OrderingRule;
import dev.soc2.rules.rule.OrderingStep;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.ProhibitionRule;
import dev.soc2.rules.rule.Recurring;
import dev.soc2.rules.rule.RollingRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.SlaRule;
import dev.soc2.rules.rule.SlaStage;
import dev.soc2.rules.rule.StateRule;
import dev.soc2.rules.rule.Subjects;
import dev.soc2.rules.rule.ThresholdRule;
import dev.soc2.rules.rule.TimeAmount;
import java.time.Month;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way back: a rule as the document that {@link RuleReader} reads, every option written out. */
public final class RuleWriter {

    private final Map<String, AttributeValue> fields = new LinkedHashMap<>();

    private RuleWriter(String kind) {
        put("kind", kind);
    }

    /** The fields of the rule. */
    public static Map<String, AttributeValue> fields(Rule rule) {
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
        } else if (rule instanceof ThresholdRule threshold) {
            writer.threshold(threshold);
        } else if (rule instanceof OrderingRule ordering) {
            writer.ordering(ordering);
        } else if (rule instanceof OccurrenceRule occurrence) {
            writer.occurrence(occurrence);
        } else if (rule instanceof ProhibitionRule prohibition) {
            writer.prohibition(prohibition);
        } else if (rule instanceof StateRule state) {
            writer.state(state);
        } else if (rule instanceof FreshnessRule freshness) {
            writer.freshness(freshness);
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
        put("fiscalStart", month(rule.fiscalStart()));
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
        SlaStage first = rule.stages().get(0);
        if (first.name().isEmpty()) {
            SlaWriter.stage(first).forEach(this::put);
        } else {
            put(
                    "stages",
                    AttributeValue.of(
                            rule.stages().stream().map(SlaWriter::named).toList()));
        }
        if (rule.stages().stream().anyMatch(stage -> stage.answer().isPresent())) {
            put("cardinality", rule.cardinality().name());
        }
        SlaWriter.options(rule.options()).forEach(this::put);
        rule.calendar().ifPresent(name -> put("calendar", name));
        put("early", rule.early().name())
                .put("population", rule.populationRule().name());
        put("dateOnlyAt", rule.dateOnlyAt().name());
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
        rule.recurring()
                .ifPresentOrElse(
                        recurring -> put("within", recurring(recurring)),
                        () -> put("cardinality", rule.cardinality().name()));
        rule.retired().ifPresent(retired -> put("retired", selector(retired)));
        put("onOrphan", rule.onOrphan().name());
        put("normalize", texts(rule.normalize().stream().map(Enum::name).toList()));
        rule.staleness().ifPresent(staleness -> put("staleness", staleness.written()));
        rule.at().ifPresent(at -> put("at", at.name()));
        rule.cross().ifPresent(cross -> put("cross", selector(cross)));
    }

    private static AttributeValue recurring(Recurring recurring) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("initial", AttributeValue.of(recurring.initial().written()));
        values.put("repeat", AttributeValue.of(recurring.repeat().written()));
        return AttributeValue.of(values);
    }

    private void policyReview(PolicyReviewRule rule) {
        put("policy", rule.policy())
                .put("maxReviewInterval", rule.maxReviewInterval().written());
        put("grace", rule.grace().written());
        put("approverRoles", texts(rule.approverRoles())).put("publishedTo", texts(rule.publishedTo()));
    }

    private void threshold(ThresholdRule rule) {
        put("of", selector(rule.of())).put("aggregate", rule.aggregate().name());
        rule.value().ifPresent(value -> put("value", value));
        rule.total().ifPresent(total -> put("total", total));
        rule.unknown().ifPresent(unknown -> put("unknown", unknown));
        if (rule.windowMinutes()) {
            put("expectedTotal", "WINDOW_MINUTES");
        }
        rule.exclude().ifPresent(excluded -> put("exclude", excluded(excluded)));
        put("window", rule.window().name())
                .put("partial", rule.partial().name())
                .put("missing", rule.missing().name());
        subjects(rule.subjects(), rule.retired());
        rule.calendar().ifPresent(name -> put("calendar", name));
        put("fiscalStart", month(rule.fiscalStart()));
        put("op", rule.target().operator().sign()).put("target", rule.target().written());
    }

    private static AttributeValue excluded(ExcludedTime excluded) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("of", selector(excluded.of()));
        excluded.approvedAt().ifPresent(field -> values.put("approvedAt", AttributeValue.of(field.path())));
        excluded.announcedAt().ifPresent(field -> values.put("announcedAt", AttributeValue.of(field.path())));
        return AttributeValue.of(values);
    }

    private static String month(Month month) {
        return (month.getValue() < 10 ? "--0" : "--") + month.getValue();
    }

    private void ordering(OrderingRule rule) {
        put("item", selector(rule.item()));
        put(
                "steps",
                AttributeValue.of(rule.steps().stream().map(RuleWriter::step).toList()));
        put(
                "distinct",
                AttributeValue.of(rule.distinct().stream()
                        .map(pair -> texts(
                                List.of(pair.one().toString(), pair.other().toString())))
                        .toList()));
        rule.sameRevision().ifPresent(field -> put("sameRevision", field.path()));
        put("clockSkew", rule.clockSkew().written());
        rule.emergency().ifPresent(emergency -> put("emergency", emergency));
    }

    private static AttributeValue step(OrderingStep step) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("name", AttributeValue.of(step.name()));
        values.put("of", selector(step.of()));
        values.put("match", match(step.match()));
        step.withdrawn().ifPresent(withdrawn -> values.put("withdrawn", selector(withdrawn)));
        values.put("roles", texts(step.roles()));
        values.put("at", AttributeValue.of(step.at().path()));
        return AttributeValue.of(values);
    }

    private void occurrence(OccurrenceRule rule) {
        put("trigger", selector(rule.trigger())).put("record", selector(rule.record()));
        put("match", match(rule.match()));
        rule.within().ifPresent(within -> {
            put("within", within.written());
            rule.calendar().ifPresent(name -> put("calendar", name));
        });
        rule.require().ifPresent(require -> put("require", require));
    }

    private void prohibition(ProhibitionRule rule) {
        put("of", selector(rule.of()));
        rule.coverage().ifPresent(heartbeat -> {
            Map<String, AttributeValue> values = new LinkedHashMap<>();
            values.put("of", selector(heartbeat.of()));
            values.put("every", AttributeValue.of(heartbeat.every().written()));
            put("coverage", AttributeValue.of(values));
        });
    }

    private void state(StateRule rule) {
        put("of", selector(rule.of())).put("compliant", rule.compliant());
        rule.staleness().ifPresent(staleness -> put("staleness", staleness.written()));
        rule.assets()
                .ifPresent(assets -> put("assets", selector(assets))
                        .put("newAssetGrace", rule.newAssetGrace().written()));
        rule.retired().ifPresent(retired -> put("retired", selector(retired)));
        put("maxViolation", rule.maxViolation().toString())
                .put("maxUnknown", rule.maxUnknown().toString());
        put("flip", rule.flip().name());
    }

    private void freshness(FreshnessRule rule) {
        put("of", selector(rule.of())).put("validity", rule.validity().written());
        put("grace", rule.grace().written());
        rule.initialGrace().ifPresent(grace -> put("initialGrace", grace.written()));
        subjects(rule.subjects(), rule.retired());
        rule.revoked().ifPresent(revoked -> put("revoked", selector(revoked)));
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

    static AttributeValue selector(Selector selector) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("type", texts(selector.types()));
        selector.source().ifPresent(source -> values.put("source", AttributeValue.of(source)));
        selector.where().ifPresent(where -> values.put("where", AttributeValue.of(where)));
        return AttributeValue.of(values);
    }

    static AttributeValue match(List<MatchField> match) {
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
