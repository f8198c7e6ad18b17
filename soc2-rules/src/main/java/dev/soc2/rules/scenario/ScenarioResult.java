package dev.soc2.rules.scenario;

import dev.soc2.model.result.Assessment;
import java.util.List;
import java.util.Objects;

/**
 * What a scenario came to.
 *
 * @param scenario name of the scenario
 * @param assessment what the engine concluded
 * @param mismatches what came out otherwise than expected, in the order of the scenario
 */
public record ScenarioResult(String scenario, Assessment assessment, List<Mismatch> mismatches) {

    /** Copies the list. */
    public ScenarioResult {
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(assessment, "assessment");
        mismatches = List.copyOf(mismatches);
    }

    /**
     * Whether everything came out as expected.
     *
     * @return true without mismatches
     */
    public boolean passed() {
        return mismatches.isEmpty();
    }

    /**
     * The result in words: one line when it passed, else expected, actual and evidence of each mismatch.
     *
     * @return lines without a line end at the end
     */
    public String text() {
        if (passed()) {
            return "scenario '" + scenario + "' came out as expected";
        }
        StringBuilder text = new StringBuilder("scenario '" + scenario + "' came out otherwise:");
        mismatches.forEach(mismatch -> text.append("\n  ").append(mismatch));
        return text.toString();
    }
}
