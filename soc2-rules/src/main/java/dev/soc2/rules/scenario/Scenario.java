package dev.soc2.rules.scenario;

import dev.soc2.model.result.Assessment;
import dev.soc2.rules.internal.scenario.Comparison;
import dev.soc2.rules.internal.scenario.ScenarioDocument;
import dev.soc2.rules.internal.scenario.ScenarioRun;
import java.nio.file.Path;

/** A test of a rule pack: an engagement, evidence, and what must come out. Immutable and thread-safe. */
public final class Scenario {

    private final ScenarioDocument document;

    Scenario(ScenarioDocument document) {
        this.document = document;
    }

    /**
     * What it shows.
     *
     * @return the name in the file
     */
    public String name() {
        return document.name();
    }

    /**
     * Why it comes out as it does.
     *
     * @return the description in the file; empty when there is none
     */
    public String description() {
        return document.description();
    }

    /**
     * Where it stands.
     *
     * @return the file, as it was found
     */
    public Path file() {
        return document.file();
    }

    /**
     * Runs it.
     *
     * @return what came out, compared with what is expected
     * @throws dev.soc2.model.issue.Soc2Exception if the engine refuses the input, such as two records of one id
     */
    public ScenarioResult run() {
        Assessment assessment = ScenarioRun.assess(document);
        return new ScenarioResult(
                name(), assessment, Comparison.of(document.expectation(), assessment, document.evidence()));
    }

    /**
     * Runs it as a test.
     *
     * @throws AssertionError if something came out otherwise than expected, with expected, actual and evidence
     * @throws dev.soc2.model.issue.Soc2Exception if the engine refuses the input
     */
    public void check() {
        ScenarioResult result = run();
        if (!result.passed()) {
            throw new AssertionError(result.text() + "\n  in " + file());
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
