package dev.soc2.quickstart;

import dev.soc2.rules.scenario.Scenarios;
import java.io.PrintStream;
import java.nio.file.Path;

/** Runs scenario files; what failed is printed as it comes, the counts last. */
record ScenarioRun(PrintStream out) {

    /** True when every scenario passed. */
    boolean run(Path folder) {
        int[] count = new int[2];
        Scenarios.in(folder).stream().forEach(scenario -> {
            try {
                scenario.check();
                count[0]++;
                out.println("passed  " + scenario.name());
            } catch (AssertionError failed) {
                count[1]++;
                out.println("FAILED  " + scenario.name());
                out.println(String.valueOf(failed.getMessage()).indent(8).stripTrailing());
            }
        });
        out.println();
        out.println(count[0] + " passed, " + count[1] + " failed");
        return count[1] == 0;
    }
}
