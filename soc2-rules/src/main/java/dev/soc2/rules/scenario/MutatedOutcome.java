package dev.soc2.rules.scenario;

import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a test came to after a mutation, when it had been effective before.
 *
 * @param scenario name of the scenario whose evidence was spoiled
 * @param file the scenario's file
 * @param mutation what was spoiled
 * @param conclusion what the test concluded then
 * @param item the first item that deviates then, or else the first of which it cannot say
 */
public record MutatedOutcome(
        String scenario, Path file, Mutation mutation, OperatingConclusion conclusion, ItemResult item) {

    /** Checks that everything is given. */
    public MutatedOutcome {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(mutation, "mutation");
        Objects.requireNonNull(conclusion, "conclusion");
        Objects.requireNonNull(item, "item");
    }

    /**
     * The outcome in words.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return mutation + " in '" + scenario + "' concludes " + conclusion + ", item '" + item.id() + "' "
                + item.outcome() + " " + item.reason();
    }
}
