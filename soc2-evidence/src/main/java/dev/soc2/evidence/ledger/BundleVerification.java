package dev.soc2.evidence.ledger;

import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Whether a bundle is what was signed. Each answer has the exit code that a program which verifies should end with.
 *
 * <p>That a bundle is intact says that its log is the one that a trusted key signed, and that nothing which the log
 * commits to was changed or left out. It does not say that nothing was left out before it came to the log.
 */
public sealed interface BundleVerification {

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
     * @return the findings, in the order in which the bundle was read; empty when the bundle is intact
     */
    List<LedgerFinding> findings();

    /**
     * How a program that verifies should end.
     *
     * @return 0 intact, 1 tampered, 2 incomplete, 3 unreadable
     */
    int exitCode();

    /**
     * Goes on only with an intact bundle.
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
     * @param checkpoint the latest checkpoint: number of entries and root, as signed and as computed again
     * @param ownKeys whether no key was handed in, so that the bundle only agrees with itself
     * @param contents how many contents were read
     * @param proofs how many proofs of single records hold
     * @param timestamps what trusted authorities vouched for; empty when no authority was named
     */
    record Intact(Checkpoint checkpoint, boolean ownKeys, long contents, long proofs, List<Timestamp> timestamps)
            implements BundleVerification {

        /** Checks that there is a checkpoint, and copies the time stamps. */
        public Intact {
            Objects.requireNonNull(checkpoint, "checkpoint");
            timestamps = List.copyOf(timestamps);
        }

        @Override
        public int exitCode() {
            return 0;
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
     * Something was changed after it was signed, and perhaps more is wrong.
     *
     * @param findings everything that is wrong; at least one
     */
    record Tampered(List<LedgerFinding> findings) implements BundleVerification {

        /** Copies the findings. */
        public Tampered {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a broken bundle has a finding");
            }
        }

        @Override
        public int exitCode() {
            return 1;
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
    record Incomplete(List<LedgerFinding> findings) implements BundleVerification {

        /** Copies the findings. */
        public Incomplete {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a broken bundle has a finding");
            }
        }

        @Override
        public int exitCode() {
            return 2;
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
     * @param findings what cannot be read, and whatever is missing; at least one
     */
    record Unreadable(List<LedgerFinding> findings) implements BundleVerification {

        /** Copies the findings. */
        public Unreadable {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a broken bundle has a finding");
            }
        }

        @Override
        public int exitCode() {
            return 3;
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
