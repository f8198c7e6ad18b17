package dev.soc2.benchmarks.ingest;

import dev.soc2.benchmarks.fourrules.Engine;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.rules.internal.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a file of lines, in the page cache, to what each contestant makes of it. Totals are compared first. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class IngestBenchmark {

    /** Lines. */
    @Param("200000")
    public int events;

    private Path file;
    private Engine engine;

    /** Writes the file, and stops when a contestant finds other totals. */
    @Setup(Level.Trial)
    public void write() {
        file = EvidenceLinesFile.of(events);
        engine = new Engine();
        Ingest.requireEqual(file);
    }

    @Benchmark
    public long jacksonTokens() {
        return JacksonTokens.read(file);
    }

    @Benchmark
    public List<JacksonRecords.Timed> jacksonRecords() {
        return JacksonRecords.read(file);
    }

    @Benchmark
    public List<Evidence> importRecords() {
        return Imported.records(file);
    }

    @Benchmark
    public Timeline importColumns() {
        return Imported.columns(file, engine);
    }
}
