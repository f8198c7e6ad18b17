package dev.soc2.benchmarks.fourrules;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.result.Assessment;
import dev.soc2.rules.internal.timeline.Timeline;
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

/** The four rules: what each contestant needs to build its store and to evaluate. Answers are compared first. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init")
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class FourRulesBenchmark {

    /** Events. */
    @Param("1000000")
    public int events;

    private Workload workload;
    private List<Evidence> records;
    private Engine engine;
    private Timeline timeline;
    private PlainJava plain;
    private ClusteredLoop clustered;

    /** Builds every store once, and stops when a contestant finds other numbers. */
    @Setup(Level.Trial)
    public void build() {
        workload = Workload.of(events);
        records = EventRecords.of(workload);
        engine = new Engine();
        timeline = engine.build(records);
        plain = new PlainJava(records);
        clustered = new ClusteredLoop(workload);
        FourRules.requireEqual(workload, clustered.evaluate(), plain.evaluate(), engine.evaluate(timeline));
    }

    @Benchmark
    public Timeline engineBuild() {
        return engine.build(records);
    }

    @Benchmark
    public Assessment engineEvaluate() {
        return engine.evaluate(timeline);
    }

    @Benchmark
    public Answers plainEvaluate() {
        return plain.evaluate();
    }

    @Benchmark
    public ClusteredLoop clusteredBuild() {
        return new ClusteredLoop(workload);
    }

    @Benchmark
    public Answers clusteredEvaluate() {
        return clustered.evaluate();
    }
}
