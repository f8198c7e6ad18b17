package dev.soc2.benchmarks.ledger;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;

/** Time that work took, by the clock and of the processor. */
final class Spent {

    private long clock;
    private long processor;

    /** What is timed. */
    interface Work {
        void run() throws SQLException;
    }

    Spent time(Work work) throws SQLException {
        long clockBefore = System.nanoTime();
        long processorBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        processor += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorBefore;
        clock += System.nanoTime() - clockBefore;
        return this;
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
