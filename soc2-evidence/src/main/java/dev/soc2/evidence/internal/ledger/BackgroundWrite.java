package dev.soc2.evidence.internal.ledger;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * A write that an executor of the host carries out. Whoever started it waits for it, whatever happens, and does it
 * instead of an executor that has not begun.
 */
final class BackgroundWrite {

    private final FutureTask<Long> task;

    private BackgroundWrite(FutureTask<Long> task) {
        this.task = task;
    }

    static BackgroundWrite start(Executor executor, LongSupplier write) {
        FutureTask<Long> task = new FutureTask<>(write::getAsLong);
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // It is written all the same, by whoever waits for it.
            task.run();
        }
        return new BackgroundWrite(task);
    }

    /** What the write answered, or the fault that it ended with. An interruption is kept for whoever looks for it. */
    long outcome() {
        boolean interrupted = false;
        task.run();
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        } catch (CancellationException e) {
            throw new IllegalStateException("nobody calls off a write", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
