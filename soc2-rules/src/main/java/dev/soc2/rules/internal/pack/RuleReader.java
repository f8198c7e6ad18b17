package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Attributes;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.rules.rule.AttestedRule;
import dev.soc2.rules.rule.AttributeRule;
import dev.soc2.rules.rule.Combination;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.PolicyReviewRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Selector;
import dev.soc2.rules.rule.TimeAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a rule: its kind says who reads the rest. */
final class RuleReader {

    private RuleReader() {}

    static Optional<Rule> read(Value value, RuleParts parts) {
        return value.map(fields -> {
            Optional<RuleKind> kind = fields.required("kind").oneOf(RuleKind.class);
            if (kind.isEmpty()) {
                // Nothing can be said of the other fields.
                fields.node().ifPresent(node -> fields.know(node.entries().keySet()));
            }
            return kind.flatMap(k -> read(k, fields, parts));
        });
    }

    private static Optional<Rule> read(RuleKind kind, Fields fields, RuleParts parts) {
        return switch (kind) {
            case ATTRIBUTE -> attribute(fields, parts);
            case CADENCE -> CadenceReader.read(fields, parts);
            case SLA -> SlaReader.read(fields, parts);
            case COMPLETENESS -> CompletenessReader.read(fields, parts);
            case POLICY_REVIEW -> policyReview(fields, parts);
            case FRESHNESS -> FreshnessReader.read(fields, parts);
            case STATE -> StateReader.read(fields, parts);
            case ORDERING -> OrderingReader.read(fields, parts);
            case THRESHOLD -> ThresholdReader.read(fields, parts);
            case OCCURRENCE -> OccurrenceReader.occurrence(fields, parts);
            case PROHIBITION -> OccurrenceReader.prohibition(fields, parts);
            case ATTESTED -> attested(fields, parts);
            case ANY_OF -> combined(Combination.ANY_OF, fields, parts);
            case ALL_OF -> combined(Combination.ALL_OF, fields, parts);
            case CUSTOM -> custom(fields, parts);
        };
    }

    private static Optional<Rule> attribute(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<Selector> of = parts.selector(fields.required("of"));
        Optional<String> require = parts.condition(fields.required("require"), RuleParts.types(of));
        return parts.made(fields, before, () -> new AttributeRule(of.orElseThrow(), require.orElseThrow()));
    }

    private static Optional<Rule> attested(Fields fields, RuleParts parts) {
        return parts.made(fields, parts.faults().count(), AttestedRule::new);
    }

    private static Optional<Rule> combined(Combination combination, Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<List<Rule>> rules = fields.required("rules").list(rule -> read(rule, parts));
        return parts.made(fields, before, () -> new CombinedRule(combination, rules.orElseThrow()));
    }

    private static Optional<Rule> custom(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<String> name =
                Ids.read(fields.required("name"), parts.faults()).map(TextNode::value);
        // What a parameter holds is for the Java code behind the rule to say.
        Map<String, AttributeValue> params = fields.optional("params")
                .mapNode()
                .map(map -> Attributes.map(map, parts.faults()))
                .orElse(Map.of());
        return parts.made(fields, before, () -> new JavaRule(name.orElseThrow(), params));
    }

    private static Optional<Rule> policyReview(Fields fields, RuleParts parts) {
        int before = parts.faults().count();
        Optional<String> policy = fields.required("policy").text();
        Optional<TimeAmount> interval = parts.time(fields.required("maxReviewInterval"));
        Optional<TimeAmount> grace = parts.time(fields.optional("grace"));
        List<String> roles = parts.texts(fields.optional("approverRoles")).orElse(List.of());
        List<String> readers = parts.texts(fields.optional("publishedTo")).orElse(List.of());
        return parts.made(
                fields,
                before,
                () -> new PolicyReviewRule(
                        policy.orElseThrow(), interval.orElseThrow(), grace.orElse(TimeAmount.none()), roles, readers));
    }
}
