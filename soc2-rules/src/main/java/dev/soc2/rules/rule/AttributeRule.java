package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;

/**
 * ATTRIBUTE: every record of a population satisfies a predicate.
 *
 * @param of the population
 * @param require expression over a record
 */
public record AttributeRule(Selector of, String require) implements Rule {

    /** Checks the invariants. */
    public AttributeRule {
        Objects.requireNonNull(of, "of");
        if (require.isBlank()) {
            throw new IllegalArgumentException("an ATTRIBUTE rule requires something");
        }
    }

    @Override
    public String kind() {
        return "ATTRIBUTE";
    }

    @Override
    public String words() {
        return "every " + of.words() + " satisfies " + require;
    }

    @Override
    public List<Selector> population() {
        return List.of(of);
    }
}
