package dev.soc2.evidence.internal.ledger;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes that an executor of the host carries out, one after the other. Whoever added a write waits for it, whatever
 * happens, and does it instead of an executor that has not begun; the oldest is waited for first.
 */
final class BackgroundWrites {

    private final Executor executor;

    /** What the executor has not come to yet. */
    private final Queue<Write> queue = new ArrayDeque<>();

    /** Whether the executor was asked for a write that it has not ended yet. */
    private boolean asked;

    BackgroundWrites(Executor executor) {
        this.executor = executor;
    }

    /** Adds a write, which is not begun before the executor is asked or somebody waits for it. */
    synchronized Write add(LongSupplier work) {
        Write write = new Write(work);
        queue.add(write);
        return write;
    }

    /** Asks for the next write, unless one goes on: after each the executor may do other work of the host. */
    void ask() {
        if (isToBeAsked()) {
            try {
                executor.execute(this::carryOut);
            } catch (RejectedExecutionException e) {
                // It is written all the same, by whoever wants it written.
                carryOut();
            }
        }
    }

    private synchronized boolean isToBeAsked() {
        boolean ask = !asked && !queue.isEmpty();
        asked |= ask;
        return ask;
    }

    private void carryOut() {
        Write write = next();
        if (write != null) {
            write.carryOut();
        }
        ended();
        ask();
    }

    private synchronized @Nullable Write next() {
        return queue.poll();
    }

    private synchronized void ended() {
        asked = false;
    }

    private synchronized void forget(Write write) {
        queue.remove(write);
    }

    /** One of the writes. */
    final class Write {

        private final FutureTask<Long> task;

        private Write(LongSupplier work) {
            task = new FutureTask<>(work::getAsLong);
        }

        boolean hasEnded() {
            return task.isDone();
        }

        private void carryOut() {
            task.run();
            // Where whoever waits for it was quicker, the next must not begin before that has ended.
            end();
        }

        /** What the write answered, or the fault that it ended with. An interruption is kept for whoever looks for it. */
        long outcome() {
            task.run();
            End end = end();
            forget(this);
            if (end.fault instanceof RuntimeException fault) {
                throw fault;
            }
            if (end.fault instanceof Error error) {
                throw error;
            }
            if (end.fault != null) {
                throw new IllegalStateException(end.fault);
            }
            return end.answer;
        }

        /** What the write answered when it has ended, or something else if it ended with a fault. */
        long outcomeOr(long other) {
            End end = end();
            return end.fault == null ? end.answer : other;
        }

        private End end() {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return new End(task.get(), null);
                    } catch (InterruptedException e) {
                        interrupted = true;
                    } catch (ExecutionException e) {
                        return new End(0, e.getCause());
                    } catch (CancellationException e) {
                        throw new IllegalStateException("nobody calls off a write", e);
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** How a write ended. */
    private record End(long answer, @Nullable Throwable fault) {}
}
