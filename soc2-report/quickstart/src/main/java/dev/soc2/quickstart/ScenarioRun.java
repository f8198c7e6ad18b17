package dev.soc2.quickstart;

import dev.soc2.rules.scenario.Scenario;
import dev.soc2.rules.scenario.ScenarioResult;
import dev.soc2.rules.scenario.Scenarios;
import java.io.PrintStream;
import java.nio.file.Path;

/** Runs scenario files: a line for each, what came out otherwise below it, the counts last. */
record ScenarioRun(PrintStream out) {

    /** True when every scenario passed. */
    boolean run(Path folder) {
        int passed = 0;
        int failed = 0;
        for (Scenario scenario : Scenarios.in(folder).stream().toList()) {
            ScenarioResult result = scenario.run();
            if (result.passed()) {
                passed++;
                out.println("passed  " + scenario.name());
            } else {
                failed++;
                out.println("FAILED  " + scenario.name() + "  (" + Here.path(scenario.file()) + ")");
                result.mismatches()
                        .forEach(mismatch ->
                                out.println(mismatch.toString().indent(8).stripTrailing()));
            }
        }
        out.println();
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0;
    }
}
