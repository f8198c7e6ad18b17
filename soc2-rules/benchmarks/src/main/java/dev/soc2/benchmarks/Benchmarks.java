package dev.soc2.benchmarks;

import dev.soc2.benchmarks.fourrules.FourRules;
import dev.soc2.benchmarks.ingest.Ingest;
import dev.soc2.benchmarks.ledger.LedgerFigures;
import dev.soc2.benchmarks.reports.ReportFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks whose names match the first argument. Instead of a name, {@code once} runs each contestant once,
 * cold, {@code turns} runs them in turn, {@code ingest} runs those that read lines of evidence in turn, {@code ledger}
 * writes records to a ledger and to plain SQLite, and {@code reports} writes a year in each format; a second argument says
 * how many events or records, else a million, or 20,000 for reports, and a third in which folder a ledger is made.
 */
public final class Benchmarks {

    private static final int ROUNDS = 15;

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException, IOException, SQLException {
        String pattern = arguments.length == 0 ? "" : arguments[0];
        int events = arguments.length < 2 ? 1_000_000 : Integer.parseInt(arguments[1]);
        if (pattern.equals("ingest")) {
            Ingest.inTurn(events, ROUNDS, System.out);
            return;
        }
        if (pattern.equals("ledger")) {
            LedgerFigures.run(events, arguments.length < 3 ? Path.of("") : Path.of(arguments[2]), System.out);
            return;
        }
        if (pattern.equals("reports")) {
            ReportFigures.run(arguments.length < 2 ? 20_000 : events, System.out);
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
