package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.EngagementDocument;
import dev.soc2.model.document.tree.DocumentCode;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.Value;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.engagement.Tailoring;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.JavaRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.Sampling;
import dev.soc2.rules.rule.TestOfControl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test with parameters of an engagement: its rule is written, changed and read again, so that what a pack may not say
 * an engagement may not say either. A parameter is a field of the rule or of a part of it, {@code deviationPolicy}, or
 * {@code sampling} as a whole.
 */
final class TailoredTest {

    private static final String POLICY = "deviationPolicy";
    private static final String SAMPLING = "sampling";

    private final TestOfControl test;
    private final String place;
    private final RuleParts parts;

    TailoredTest(TestOfControl test, String place, RuleParts parts) {
        this.test = test;
        this.place = place;
        this.parts = parts;
    }

    Optional<TestOfControl> with(List<Tailoring> overrides) {
        Optional<DeviationPolicy> policy = test.policy();
        Optional<Sampling> sampling = test.sampling();
        Map<String, AttributeValue> parameters = new LinkedHashMap<>();
        for (Tailoring override : overrides) {
            if (override.parameter().equals("kind") || override.parameter().endsWith("/kind")) {
                parts.faults()
                        .add(Issue.error(
                                PackCode.TAILORED_PARAMETER.code(),
                                Location.of("").withPath("kind"),
                                "the kind of a rule is no parameter",
                                "write a pack of your own for another rule"));
            } else if (override.parameter().equals(POLICY)) {
                policy = policy(override.value());
            } else if (override.parameter().equals(SAMPLING)) {
                sampling = sampling(override.value());
            } else {
                parameters.put(override.parameter(), override.value());
            }
        }
        Optional<DeviationPolicy> newPolicy = policy;
        Optional<Sampling> newSampling = sampling;
        Optional<Rule> rule = changed(test.rule(), parameters);
        return rule.map(r -> new TestOfControl(test.id(), test.procedure(), r, newPolicy, newSampling));
    }

    /** Parameters of a part begin with its number, {@code 1/limit}, and those of a rule in Java with {@code params/}. */
    private Optional<Rule> changed(Rule rule, Map<String, AttributeValue> parameters) {
        Map<String, AttributeValue> own = new LinkedHashMap<>(parameters);
        Rule changed = rule;
        if (rule instanceof CombinedRule combined) {
            List<Rule> changedParts = new ArrayList<>();
            for (Rule part : combined.parts()) {
                Map<String, AttributeValue> ofPart = taken(own, (changedParts.size() + 1) + "/");
                changedParts.add(ofPart.isEmpty() ? part : changed(part, ofPart).orElse(part));
            }
            changed = new CombinedRule(combined.combination(), changedParts);
            own.keySet().removeIf(name -> refuseUnknownPart(name, changedParts.size()));
        } else if (rule instanceof JavaRule java) {
            Map<String, AttributeValue> params = new LinkedHashMap<>(java.params());
            params.putAll(taken(own, "params/"));
            changed = new JavaRule(java.name(), params);
        }
        if (own.isEmpty()) {
            return Optional.of(changed);
        }
        Map<String, AttributeValue> fields = RuleWriter.fields(changed);
        fields.putAll(own);
        return rule(fields);
    }

    private boolean refuseUnknownPart(String name, int count) {
        boolean part = name.indexOf('/') >= 0;
        if (part) {
            parts.faults()
                    .add(Issue.error(
                            PackCode.TAILORED_PARAMETER.code(),
                            Location.of("").withPath(name),
                            "the rule has no parameter '" + name + "'",
                            "begin with the number of a part, 1/ to " + count + "/"));
        }
        return part;
    }

    private static Map<String, AttributeValue> taken(Map<String, AttributeValue> from, String prefix) {
        Map<String, AttributeValue> taken = new LinkedHashMap<>();
        from.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                taken.put(name.substring(prefix.length()), value);
            }
        });
        from.keySet().removeIf(name -> name.startsWith(prefix));
        return taken;
    }

    private Optional<Rule> rule(Map<String, AttributeValue> fields) {
        return read(AttributeValue.of(fields), parts.faults())
                .flatMap(node -> RuleReader.read(Value.of(node, parts.faults()), parts));
    }

    private Optional<DeviationPolicy> policy(AttributeValue value) {
        return read(AttributeValue.of(Map.of(POLICY, value)), parts.faults())
                .flatMap(node -> Value.of(node, parts.faults())
                        .map(fields -> EngagementDocument.deviationPolicy(fields.optional(POLICY), parts.faults())));
    }

    private Optional<Sampling> sampling(AttributeValue value) {
        return read(AttributeValue.of(Map.of(SAMPLING, value)), parts.faults())
                .flatMap(node -> Value.of(node, parts.faults())
                        .map(fields -> SamplingReader.read(
                                fields.optional(SAMPLING),
                                RuleParts.types(test.rule().population()),
                                parts)));
    }

    private Optional<Node> read(AttributeValue document, Faults faults) {
        byte[] bytes = AttributeJson.text(document).getBytes(StandardCharsets.UTF_8);
        return Documents.readJson(place, bytes, DocumentLimits.forDocuments(), faults);
    }

    /** A fault as the engagement should see it: at the override, whose text is elsewhere. */
    static Issue placed(Issue issue, TestOfControl test, String place) {
        String path = issue.location().path();
        Location location = Location.of(path.isEmpty() ? place : place + "." + path);
        boolean unknown = issue.code().equals(DocumentCode.UNKNOWN_FIELD.code()) && path.indexOf('.') < 0;
        return unknown
                ? Issue.error(
                        PackCode.TAILORED_PARAMETER.code(),
                        location,
                        "the rule of test " + test.id() + " (" + test.rule().kind() + ") has no parameter '" + path
                                + "'",
                        issue.fix())
                : new Issue(issue.code(), issue.severity(), location, issue.what(), issue.fix(), Excerpt.NONE);
    }
}
