package dev.soc2.rules.rule;

import java.util.List;

/**
 * A rule that this version of the engine knows by name and does not evaluate; its test is concluded as not tested, with
 * that reason. Never a reason to conclude anything good.
 *
 * @param kind name of the kind, such as {@code STATE}
 * @param missing what is not evaluated: the kind as a whole, or an option of it
 */
public record LaterRule(String kind, String missing) implements Rule {

    /** Checks the invariants. */
    public LaterRule {
        if (kind.isBlank() || missing.isBlank()) {
            throw new IllegalArgumentException("it names its kind and what is missing");
        }
    }

    @Override
    public String words() {
        return missing + " is not evaluated by this version";
    }

    @Override
    public List<Selector> population() {
        return List.of();
    }
}
