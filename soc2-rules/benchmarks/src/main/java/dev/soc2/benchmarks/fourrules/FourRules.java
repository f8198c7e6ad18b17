package dev.soc2.benchmarks.fourrules;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.internal.timeline.Timeline;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** One cold run of all contestants: equal answers, first times, and memory; JMH takes the medians. */
public final class FourRules {

    private FourRules() {}

    /** Throws when contestants find different numbers: then no time means anything. */
    static void requireEqual(Workload workload, Answers clustered, Answers plain, Assessment assessment) {
        Answers ours = Engine.answers(assessment, workload);
        if (!clustered.equals(plain) || !clustered.equals(ours)) {
            throw new IllegalStateException(
                    "different answers:\nclustered " + clustered + "\nplain     " + plain + "\nours      " + ours);
        }
    }

    /** Runs each contestant once, cold, and prints what it took. */
    public static void once(int events, PrintStream out) {
        Workload workload = Workload.of(events);
        List<Evidence> records = EventRecords.of(workload);
        Engine engine = new Engine();
        long before = used();
        Timed<Timeline> built = timed(() -> engine.build(records));
        long bytes = used() - before;
        Timed<Assessment> evaluated = timed(() -> engine.evaluate(built.value()));
        Timed<Assessment> again = timed(() -> engine.evaluate(built.value()));
        Timed<Answers> plain = timed(() -> new PlainJava(records).evaluate());
        Timed<ClusteredLoop> clustered = timed(() -> new ClusteredLoop(workload));
        Timed<Answers> loop = timed(() -> clustered.value().evaluate());
        out.println(loop.value());
        out.printf(
                Locale.ROOT,
                "%d events: engine build %d ms, first %d ms, second %d ms, %d bytes an event; plain Java %d ms; hand-written loop build %d ms, evaluate %d ms%n",
                workload.size(),
                built.millis(),
                evaluated.millis(),
                again.millis(),
                bytes / workload.size(),
                plain.millis(),
                clustered.millis(),
                loop.millis());
        requireEqual(workload, loop.value(), plain.value(), evaluated.value());
    }

    /**
     * Runs the contestants in turn, round by round, so that what else the machine does hits all of them alike, and takes
     * the time that their thread had a processor.
     */
    public static void inTurn(int events, int rounds, PrintStream out) {
        Workload workload = Workload.of(events);
        List<Evidence> records = EventRecords.of(workload);
        Engine engine = new Engine();
        PlainJava plain = new PlainJava(records);
        Timeline timeline = engine.build(records);
        ClusteredLoop loop = new ClusteredLoop(workload);
        requireEqual(workload, loop.evaluate(), plain.evaluate(), engine.evaluate(timeline));
        Map<String, Supplier<?>> contestants = new LinkedHashMap<>();
        contestants.put("engine build", () -> engine.build(records));
        contestants.put("engine evaluate", () -> engine.evaluate(timeline));
        contestants.put("plain Java", plain::evaluate);
        contestants.put("hand-written loop build", () -> new ClusteredLoop(workload));
        contestants.put("hand-written loop evaluate", loop::evaluate);
        Map<String, long[]> times = new LinkedHashMap<>();
        contestants.keySet().forEach(name -> times.put(name, new long[rounds]));
        for (int round = 0; round < rounds; round++) {
            int now = round;
            contestants.forEach(
                    (name, work) -> times.computeIfAbsent(name, n -> new long[rounds])[now] = processorMicros(work));
        }
        times.forEach((name, micros) -> {
            Arrays.sort(micros);
            out.printf(
                    Locale.ROOT,
                    "%d events, %-27s min %8.1f ms, median %8.1f ms%n",
                    workload.size(),
                    name,
                    micros[0] / 1_000.0,
                    micros[rounds / 2] / 1_000.0);
        });
    }

    private static long processorMicros(Supplier<?> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Object answer = work.get();
        if (answer == null) {
            throw new IllegalStateException("a contestant without an answer");
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1_000;
    }

    private record Timed<T>(T value, long micros) {
        long millis() {
            return micros / 1_000;
        }
    }

    private static <T> Timed<T> timed(Supplier<T> work) {
        long start = System.nanoTime();
        T value = work.get();
        return new Timed<>(value, (System.nanoTime() - start) / 1_000);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
