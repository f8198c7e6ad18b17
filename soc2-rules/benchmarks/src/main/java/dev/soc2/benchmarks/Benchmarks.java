package dev.soc2.benchmarks;

import dev.soc2.benchmarks.fourrules.FourRules;
import dev.soc2.benchmarks.ingest.Ingest;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks whose names match the first argument. Instead of a name, {@code once} runs each contestant once,
 * cold, {@code turns} runs them in turn, and {@code ingest} runs those that read lines of evidence in turn; a second
 * argument says how many events, a million if it does not.
 */
public final class Benchmarks {

    private static final int ROUNDS = 15;

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        String pattern = arguments.length == 0 ? "" : arguments[0];
        int events = arguments.length < 2 ? 1_000_000 : Integer.parseInt(arguments[1]);
        if (pattern.equals("ingest")) {
            Ingest.inTurn(events, ROUNDS, System.out);
            return;
        }
        FourRules.once(events, System.out);
        if (pattern.equals("turns")) {
            FourRules.inTurn(events, ROUNDS, System.out);
        } else if (!pattern.equals("once")) {
            new Runner(new OptionsBuilder().include(pattern).build()).run();
        }
    }
}
