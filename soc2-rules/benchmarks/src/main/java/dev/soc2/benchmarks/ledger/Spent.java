package dev.soc2.benchmarks.ledger;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;

/** Time that work took, by the clock and of the processors: of all threads, since some work goes on beside. */
final class Spent {

    private long clock;
    private long processor;

    /** What is timed. */
    interface Work {
        void run() throws SQLException;
    }

    Spent time(Work work) throws SQLException {
        long clockBefore = System.nanoTime();
        long processorBefore = processorNanos();
        work.run();
        processor += processorNanos() - processorBefore;
        clock += System.nanoTime() - clockBefore;
        return this;
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    double seconds() {
        return clock / 1e9;
    }

    double millis() {
        return clock / 1e6;
    }

    double processorSeconds() {
        return processor / 1e9;
    }
}
