package dev.soc2.rules.internal.pack;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.document.EngagementDocument;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Sampling;
import dev.soc2.rules.rule.TestOfControl;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tests of a control. */
final class TestReader {

    private TestReader() {}

    static List<TestOfControl> tests(Value value, RuleParts parts) {
        Set<String> seen = new HashSet<>();
        return value.list(test -> test(test, seen, parts)).orElse(List.of());
    }

    private static Optional<TestOfControl> test(Value value, Set<String> seen, RuleParts parts) {
        return value.map(fields -> {
            int before = parts.faults().count();
            Optional<TextNode> id = Ids.read(fields.required("id"), parts.faults());
            id.filter(text -> !seen.add(text.value())).ifPresent(text -> duplicate(text, parts));
            Optional<TestProcedure> procedure = fields.required("procedure").oneOf(TestProcedure.class);
            Optional<Rule> rule = RuleReader.read(fields.required("rule"), parts);
            Set<String> types = RuleParts.types(rule.map(Rule::population).orElse(List.of()));
            Optional<Sampling> sampling = SamplingReader.read(fields.optional("sampling"), types, parts);
            Optional<DeviationPolicy> policy =
                    EngagementDocument.deviationPolicy(fields.optional("deviationPolicy"), parts.faults());
            return parts.made(
                    fields,
                    before,
                    () -> new TestOfControl(
                            id.orElseThrow().value(), procedure.orElseThrow(), rule.orElseThrow(), policy, sampling));
        });
    }

    private static void duplicate(TextNode id, RuleParts parts) {
        PackCode.DUPLICATE_TEST.tell(
                parts.faults(), id, "this control has a test '" + id + "' already", "give it another id");
    }
}
