package dev.soc2.benchmarks.reports;

import dev.soc2.model.document.Sha256;
import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.report.Reports;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportRenderer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Writes the year in each format: the first time, which loads classes and fonts, and then some times more. */
public final class ReportFigures {

    private static final int CONTROLS = 150;
    private static final int EXCEPTIONS = 200;
    private static final int MORE = 5;

    private static final List<ReportRenderer> FORMATS = List.of(
            Reports.html(),
            Reports.sectionIv(),
            Reports.requests(),
            Reports.exceptions(),
            Reports.markdown(),
            Reports.console(),
            Reports.json(),
            Reports.sarif(),
            Reports.junit(),
            Reports.auditorPackage(),
            Reports.pdf());

    private ReportFigures() {}

    /** Runs once and prints; so many records, of which 200 are exceptions, in 150 controls. */
    public static void run(int records, PrintStream out) {
        long start = System.nanoTime();
        Assessment assessment = new ReportYear(CONTROLS, records, EXCEPTIONS).assessed();
        out.printf(
                Locale.ROOT,
                "%d controls, %d items, %d exceptions, assessed in %.2f s; heap at most %d MB%n",
                assessment.controls().size(),
                items(assessment, false),
                items(assessment, true),
                (System.nanoTime() - start) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20);
        for (ReportRenderer format : FORMATS) {
            Written first = Written.by(format, assessment);
            double[] seconds = new double[MORE];
            for (int i = 0; i < MORE; i++) {
                Written again = Written.by(format, assessment);
                if (!first.digest().equals(again.digest())) {
                    throw new IllegalStateException(format.id() + " was written with other bytes");
                }
                seconds[i] = again.seconds();
            }
            Arrays.sort(seconds);
            out.printf(
                    Locale.ROOT,
                    "%s: first %.2f s, then median %.2f s, slowest %.2f s, %.2f MB%n",
                    format.id(),
                    first.seconds(),
                    seconds[MORE / 2],
                    seconds[MORE - 1],
                    first.bytes() / 1e6);
        }
    }

    private static long items(Assessment assessment, boolean deviationsOnly) {
        return assessment.controls().stream()
                .flatMap(control -> control.tests().stream())
                .flatMap(test -> test.items().stream())
                .filter(item -> !deviationsOnly || item.outcome() == ItemOutcome.DEVIATION)
                .count();
    }

    /** What one writing took and gave; the bytes themselves are not kept. */
    private record Written(double seconds, long bytes, String digest) {

        static Written by(ReportRenderer format, Assessment assessment) {
            Digesting out = new Digesting();
            long start = System.nanoTime();
            format.write(assessment, ReportOptions.defaults(), out);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Written(seconds, out.count, HexFormat.of().formatHex(out.digest.digest()));
        }
    }

    /** Counts and digests what passes through. */
    private static final class Digesting extends OutputStream {

        private final MessageDigest digest = Sha256.start();
        private long count;

        @Override
        public void write(int b) {
            digest.update((byte) b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
            count += length;
        }
    }
}
