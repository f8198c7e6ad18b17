package dev.soc2.rules.rule;

import dev.soc2.model.evidence.AttributeValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CUSTOM: a rule that is written in Java and found by its name.
 *
 * @param name name of its provider, such as {@code acme.nightly-reconciliation}
 * @param params its parameters, which the provider reads when an assessment is planned
 */
public record JavaRule(String name, Map<String, AttributeValue> params) implements Rule {

    /** Checks the invariants and sorts the parameters. */
    public JavaRule {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a CUSTOM rule names its provider");
        }
        params = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(params)));
    }

    @Override
    public String kind() {
        return "CUSTOM";
    }

    @Override
    public String words() {
        return name
                + (params.isEmpty()
                        ? ""
                        : params.entrySet().stream()
                                .map(p -> p.getKey() + " " + p.getValue().plain())
                                .collect(Collectors.joining(", ", " with ", "")));
    }

    /** Its Java code says which records are its items; until then nothing is known of them. */
    @Override
    public List<Selector> population() {
        return List.of();
    }
}
