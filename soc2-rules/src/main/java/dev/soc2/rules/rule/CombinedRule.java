package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;

/**
 * ANY_OF and ALL_OF: several rules, each evaluated and concluded on by itself, then taken together.
 *
 * @param combination how they are taken together
 * @param parts the rules, in written order; at least one
 */
public record CombinedRule(Combination combination, List<Rule> parts) implements Rule {

    /** Checks the invariants. */
    public CombinedRule {
        Objects.requireNonNull(combination, "combination");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(combination + " has at least one rule");
        }
    }

    @Override
    public String kind() {
        return combination.name();
    }

    @Override
    public String words() {
        return combination.words(parts.stream().map(Rule::words).toList());
    }

    @Override
    public List<Selector> population() {
        return parts.stream()
                .flatMap(part -> part.population().stream())
                .distinct()
                .toList();
    }
}
