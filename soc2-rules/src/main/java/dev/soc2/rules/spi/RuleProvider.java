package dev.soc2.rules.spi;

import dev.soc2.rules.custom.CustomRule;
import dev.soc2.rules.custom.RuleParameters;

/**
 * Makes rules in Java, for {@code {kind: CUSTOM, name: ..., params: {...}}} in a pack. Implemented by hosts; handed to
 * {@code Assessor.rules(...)}, or registered as a service ({@code provides} in a module, a file under
 * {@code META-INF/services} on the class path) with a public constructor without parameters.
 */
public interface RuleProvider {

    /**
     * The name that packs use.
     *
     * @return letters, digits, {@code .}, {@code _} and {@code -}; the same each time, and of no other provider
     */
    String name();

    /**
     * Makes the rule of one test, while an assessment is planned. What is wrong with the parameters is told to them; a
     * rule that is made all the same is then not used.
     *
     * @param parameters what the pack sets; one that is not asked for is a fault of the pack
     * @return a new rule
     */
    CustomRule create(RuleParameters parameters);
}
