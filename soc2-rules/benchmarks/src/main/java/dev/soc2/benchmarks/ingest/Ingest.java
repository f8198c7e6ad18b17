package dev.soc2.benchmarks.ingest;

import dev.soc2.benchmarks.fourrules.Engine;
import dev.soc2.model.evidence.Evidence;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All contestants in turn over one file, after their totals were found to be the same. */
public final class Ingest {

    private Ingest() {}

    /** Throws when contestants find different totals: then no time means anything. */
    public static void requireEqual(Path file) {
        List<Evidence> records = Imported.records(file);
        Set<String> types = records.stream().map(Evidence::type).collect(Collectors.toSet());
        Totals ours = Imported.totals(records);
        Totals columns = Imported.totals(Imported.columns(file, new Engine()), types);
        Totals jackson = JacksonRecords.totals(JacksonRecords.read(file));
        long tokens = JacksonTokens.read(file);
        if (!ours.equals(jackson) || !ours.equals(columns) || tokens != ours.records()) {
            throw new IllegalStateException("different totals: records " + ours + ", columns " + columns + ", Jackson "
                    + jackson + ", tokens " + tokens);
        }
    }

    /**
     * Runs the contestants round by round, so that what else the machine does hits all of them alike, and takes
     * the time that their thread had a processor.
     */
    public static void inTurn(int events, int rounds, PrintStream out) {
        Path file = EvidenceLinesFile.of(events);
        requireEqual(file);
        Engine engine = new Engine();
        Map<String, Supplier<?>> contestants = new LinkedHashMap<>();
        contestants.put("Jackson tokens", () -> JacksonTokens.read(file));
        contestants.put("Jackson databind, records", () -> JacksonRecords.read(file));
        contestants.put("import, records", () -> Imported.records(file));
        contestants.put("import, columns", () -> Imported.columns(file, engine));
        Map<String, long[]> times = new LinkedHashMap<>();
        contestants.keySet().forEach(name -> times.put(name, new long[rounds]));
        for (int round = 0; round < rounds; round++) {
            int now = round;
            times.forEach((name, micros) -> micros[now] = micros(contestants, name));
        }
        double megabytes = size(file) / 1e6;
        out.printf(Locale.ROOT, "%d events, %.1f MB%n", events, megabytes);
        times.forEach((name, micros) -> {
            Arrays.sort(micros);
            out.printf(
                    Locale.ROOT,
                    "%-27s best %7.1f MB/s, median %7.1f MB/s%n",
                    name,
                    megabytes * 1e6 / micros[0],
                    megabytes * 1e6 / micros[rounds / 2]);
        });
    }

    private static long micros(Map<String, Supplier<?>> contestants, String name) {
        Supplier<?> work = contestants.get(name);
        if (work == null) {
            throw new IllegalStateException("no contestant " + name);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Object answer = work.get();
        if (answer == null) {
            throw new IllegalStateException("a contestant without an answer");
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1_000;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
