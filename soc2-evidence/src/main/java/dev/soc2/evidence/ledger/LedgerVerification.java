package dev.soc2.evidence.ledger;

import dev.soc2.evidence.proof.Checkpoint;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Whether a log proves itself: everything it holds was read again, hashed again, and compared.
 *
 * <p>That a log is intact says that nothing in it was changed since it was written. It does not say that nothing was
 * left out before, and a log that was cut at its end is a log: only somebody who kept a {@link Checkpoint}
 * can tell, by handing it to the verification.
 */
public sealed interface LedgerVerification {

    /**
     * Takes the case apart.
     *
     * @param intact what to do when nothing is wrong
     * @param tampered what to do when something was changed
     * @param incomplete what to do when something is missing
     * @param unreadable what to do when something cannot be read
     * @param <T> type of the answer
     * @return what the matching function answered
     */
    <T> T match(
            Function<? super Intact, ? extends T> intact,
            Function<? super Tampered, ? extends T> tampered,
            Function<? super Incomplete, ? extends T> incomplete,
            Function<? super Unreadable, ? extends T> unreadable);

    /**
     * What is wrong.
     *
     * @return the findings, in the order of the entries; empty when the log is intact
     */
    List<LedgerFinding> findings();

    /**
     * Goes on only with an intact log.
     *
     * @return the proof that it is
     * @throws BrokenLedgerException if it is not
     */
    default Intact orThrow() {
        return match(
                intact -> intact,
                tampered -> {
                    throw new BrokenLedgerException(tampered.findings());
                },
                incomplete -> {
                    throw new BrokenLedgerException(incomplete.findings());
                },
                unreadable -> {
                    throw new BrokenLedgerException(unreadable.findings());
                });
    }

    /**
     * Nothing is wrong.
     *
     * @param checkpoint number of entries and root, computed from them
     */
    record Intact(Checkpoint checkpoint) implements LedgerVerification {

        /** Checks that there is a checkpoint. */
        public Intact {
            Objects.requireNonNull(checkpoint, "checkpoint");
        }

        @Override
        public <T> T match(
                Function<? super Intact, ? extends T> intact,
                Function<? super Tampered, ? extends T> tampered,
                Function<? super Incomplete, ? extends T> incomplete,
                Function<? super Unreadable, ? extends T> unreadable) {
            return intact.apply(this);
        }

        @Override
        public List<LedgerFinding> findings() {
            return List.of();
        }
    }

    /**
     * Something was changed after it was written, and perhaps more is wrong.
     *
     * @param findings everything that is wrong; at least one
     */
    record Tampered(List<LedgerFinding> findings) implements LedgerVerification {

        /** Copies the findings. */
        public Tampered {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a broken log has a finding");
            }
        }

        @Override
        public <T> T match(
                Function<? super Intact, ? extends T> intact,
                Function<? super Tampered, ? extends T> tampered,
                Function<? super Incomplete, ? extends T> incomplete,
                Function<? super Unreadable, ? extends T> unreadable) {
            return tampered.apply(this);
        }
    }

    /**
     * Something is missing; what is there was not changed.
     *
     * @param findings everything that is missing; at least one
     */
    record Incomplete(List<LedgerFinding> findings) implements LedgerVerification {

        /** Copies the findings. */
        public Incomplete {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a broken log has a finding");
            }
        }

        @Override
        public <T> T match(
                Function<? super Intact, ? extends T> intact,
                Function<? super Tampered, ? extends T> tampered,
                Function<? super Incomplete, ? extends T> incomplete,
                Function<? super Unreadable, ? extends T> unreadable) {
            return incomplete.apply(this);
        }
    }

    /**
     * Something cannot be read, so that nothing can be said of it.
     *
     * @param findings what cannot be read, and whatever else is wrong; at least one
     */
    record Unreadable(List<LedgerFinding> findings) implements LedgerVerification {

        /** Copies the findings. */
        public Unreadable {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a broken log has a finding");
            }
        }

        @Override
        public <T> T match(
                Function<? super Intact, ? extends T> intact,
                Function<? super Tampered, ? extends T> tampered,
                Function<? super Incomplete, ? extends T> incomplete,
                Function<? super Unreadable, ? extends T> unreadable) {
            return unreadable.apply(this);
        }
    }
}
