package dev.soc2.benchmarks;

import dev.soc2.benchmarks.fourrules.FourRules;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks whose names match the first argument; {@code once} runs each contestant once, cold. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        String pattern = arguments.length == 0 ? "" : arguments[0];
        FourRules.once(1_000_000, System.out);
        if (!pattern.equals("once")) {
            new Runner(new OptionsBuilder().include(pattern).build()).run();
        }
    }
}
