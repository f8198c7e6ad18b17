package dev.soc2.rules.custom;

import dev.soc2.model.evidence.AttributeValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The parameters that a pack, or the tailoring of an engagement, sets for a rule in Java. Implemented by the engine; of
 * use while the rule is made.
 *
 * <p>A parameter of another kind than is asked for is a fault and empty, and so is one that is required and absent; all
 * faults are told together, with the test that has them. A parameter that was never asked for is a fault too.
 */
public interface RuleParameters {

    /**
     * Demands that some parameters are set.
     *
     * @param names names of parameters
     */
    void require(String... names);

    /**
     * A parameter of any kind.
     *
     * @param name its name
     * @return its value, or empty when it is not set
     */
    Optional<AttributeValue> value(String name);

    /**
     * A parameter that is a text.
     *
     * @param name its name
     * @return the text, or empty
     */
    Optional<String> text(String name);

    /**
     * A parameter that is a list of texts; one text is a list of one.
     *
     * @param name its name
     * @return the texts, or empty
     */
    Optional<List<String>> texts(String name);

    /**
     * A parameter that is a number, exactly.
     *
     * @param name its name
     * @return the number, or empty
     */
    Optional<BigDecimal> decimal(String name);

    /**
     * A parameter that is a flag.
     *
     * @param name its name
     * @return the flag, or empty
     */
    Optional<Boolean> flag(String name);

    /**
     * A parameter that is an elapsed time, such as {@code PT12H}.
     *
     * @param name its name
     * @return the time, or empty
     */
    Optional<Duration> elapsed(String name);

    /**
     * Tells of a parameter that is wrong in a way that only the rule knows.
     *
     * @param name its name
     * @param what what is wrong
     * @param fix how to mend it
     */
    void fault(String name, String what, String fix);
}
