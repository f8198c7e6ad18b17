package dev.soc2.evidence.internal.ledger;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;

/** A write on a thread of its own, which ends with it. Whoever started it waits for it, whatever happens. */
final class BackgroundWrite {

    private final FutureTask<Long> task;

    private BackgroundWrite(FutureTask<Long> task) {
        this.task = task;
    }

    static BackgroundWrite start(LongSupplier write) {
        FutureTask<Long> task = new FutureTask<>(write::getAsLong);
        Thread thread = new Thread(task, "evidence ledger");
        // What was not waited for was not promised, and holds up nobody who ends.
        thread.setDaemon(true);
        thread.start();
        return new BackgroundWrite(task);
    }

    /** What the write answered, or the fault that it ended with. An interruption is kept for whoever looks for it. */
    long outcome() {
        boolean interrupted = false;
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
