package dev.soc2.evidence.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk fails at one call, or the process is killed at it: whatever call that is, nothing acknowledged is lost, and
 * the ledger says that it does not know.
 */
class InjectedFaultsTest {

    private static final int STEPS = 13;

    /** What an operator may read; anything else was not foreseen. */
    private static final Pattern SAYS =
            Pattern.compile("open|end|unknown \\d+|unknown while opening|closed SOC2-E208|refused SOC2-E2\\d\\d");

    private static final List<Fault> FAULTS = List.of(
            new Fault("fsync,fdatasync", "error=EIO"),
            new Fault("pwrite64", "error=ENOSPC"),
            new Fault("pwrite64", "error=EIO"),
            new Fault("pwrite64", "error=EDQUOT"),
            new Fault("ftruncate", "error=EIO"),
            new Fault("fsync,fdatasync", "signal=KILL"),
            new Fault("pwrite64", "signal=KILL"),
            new Fault("ftruncate", "signal=KILL"),
            new Fault("unlink,rename,openat", "signal=KILL"));

    @TempDir
    Path folder;

    private record Fault(String calls, String what) {}

    /** A fault at one call, counted from 1. */
    private record Injection(Fault fault, int at) {
        String option() {
            return "inject=" + fault.calls() + ":" + fault.what() + ":when=" + at;
        }
    }

    @BeforeEach
    void requireStrace() {
        assumeTrue(Child.has("strace", "injected faults"), "strace is not installed");
    }

    @Test
    void nothingAcknowledgedIsLostWhenACallFails() throws IOException, InterruptedException {
        List<Injection> all = new ArrayList<>();
        for (Fault fault : FAULTS) {
            int calls = calls(fault);
            assertThat(calls).as("calls of %s", fault.calls()).isPositive();
            for (int at = 1; at <= calls; at++) {
                all.add(new Injection(fault, at));
            }
        }
        int positions = all.size();
        Collections.shuffle(all, new Random(20_260_301));
        List<Injection> chosen = all.subList(0, Math.min(all.size(), Depth.of("faults", 50, Integer.MAX_VALUE)));

        int unknown = 0;
        for (Injection injection : chosen) {
            unknown += survives(injection) ? 1 : 0;
        }

        assertThat(unknown).isPositive();
        Depth.tell(chosen.size() + " faults injected at " + positions + " positions, " + unknown
                + " writes of unknown outcome, 0 acknowledged lost");
    }

    /** How often the calls are made when nothing fails. */
    private int calls(Fault fault) throws IOException, InterruptedException {
        Path store = Files.createTempDirectory(folder, "count");
        Path trace = folder.resolve("trace");
        List<String> before = watching(store, trace);
        before.addAll(List.of("-e", "trace=" + fault.calls()));
        Told told = new Told(0);
        Child.run(before, command(store), folder.resolve("errors"), told);
        assertThat(told.done()).as(Child.errors(folder.resolve("errors"))).isEqualTo(STEPS);
        try (Stream<String> lines = Files.lines(trace)) {
            return (int) lines.filter(line -> line.contains("(")).count();
        }
    }

    private boolean survives(Injection injection) throws IOException, InterruptedException {
        Path store = Files.createTempDirectory(folder, "fault");
        List<String> before = watching(store, folder.resolve("trace"));
        before.addAll(List.of("-e", "trace=" + injection.fault().calls(), "-e", injection.option()));
        Told told = new Told(0);
        int exit = Child.run(before, command(store), folder.resolve("errors"), told);
        String errors = Child.errors(folder.resolve("errors"));
        List<String> broken = Promises.broken(store.resolve("evidence.db"), told);

        assertThat(broken).as("%s, %s", injection, told.others()).isEmpty();
        assertThat(told.others()).as("%s, exit %d: %s", injection, exit, errors).allMatch(SAYS.asMatchPredicate());
        return told.others().stream().anyMatch(line -> line.startsWith("unknown"));
    }

    private static List<String> command(Path store) {
        return Child.command(store.resolve("evidence.db"), 0, STEPS, PlantedFault.NONE);
    }

    private static List<String> watching(Path store, Path trace) {
        List<String> strace = new ArrayList<>(List.of("strace", "-f", "--seccomp-bpf", "-o", trace.toString()));
        strace.addAll(List.of("-P", store.toString()));
        for (String end : List.of("", "-wal", ".new", ".new-journal", ".new-wal", ".writer")) {
            strace.addAll(List.of("-P", store.resolve("evidence.db" + end).toString()));
        }
        return strace;
    }
}
