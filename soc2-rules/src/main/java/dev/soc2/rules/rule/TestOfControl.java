package dev.soc2.rules.rule;

import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.engagement.DeviationPolicy;
import java.util.Objects;
import java.util.Optional;

/**
 * A test of a control: how it is carried out, and the rule it applies.
 *
 * @param id id within its control
 * @param procedure how it is carried out
 * @param rule what it asks
 * @param policy how deviations are weighed; empty: as the engagement says
 * @param sampling that a sample is wanted; empty: everything is tested
 */
public record TestOfControl(
        String id, TestProcedure procedure, Rule rule, Optional<DeviationPolicy> policy, Optional<Sampling> sampling) {

    /** Checks the invariants. */
    public TestOfControl {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a test has an id");
        }
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(sampling, "sampling");
    }

    /**
     * The same test under another id.
     *
     * @param newId the id
     * @return a copy
     */
    public TestOfControl named(String newId) {
        return new TestOfControl(newId, procedure, rule, policy, sampling);
    }
}
