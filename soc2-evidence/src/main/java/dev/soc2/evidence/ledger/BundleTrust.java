package dev.soc2.evidence.ledger;

import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.TimestampTrust;
import dev.soc2.evidence.proof.VerifierKey;
import java.util.List;
import java.util.Optional;

/**
 * What whoever verifies a bundle knows from elsewhere.
 *
 * @param keys the keys of the log, got by another way than the bundle; none: those in the bundle are believed, which
 *     shows only that the bundle agrees with itself
 * @param handedOut checkpoints of the log that somebody kept
 * @param authorities which time-stamping authorities are trusted; empty: time stamps are not verified
 */
public record BundleTrust(List<VerifierKey> keys, List<Checkpoint> handedOut, Optional<TimestampTrust> authorities) {

    /** Copies the lists. */
    public BundleTrust {
        keys = List.copyOf(keys);
        handedOut = List.copyOf(handedOut);
    }

    /**
     * Trusts keys that were got by another way than the bundle.
     *
     * @param keys the keys, at least one
     * @return the trust
     */
    public static BundleTrust of(VerifierKey... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("name a key, or say bundleItself()");
        }
        return new BundleTrust(List.of(keys), List.of(), Optional.empty());
    }

    /**
     * Trusts nothing but the bundle: whether it agrees with itself.
     *
     * @return the trust
     */
    public static BundleTrust bundleItself() {
        return new BundleTrust(List.of(), List.of(), Optional.empty());
    }

    /**
     * Also compares with checkpoints that were handed out: only this shows that nothing was cut off at the end.
     *
     * @param checkpoints checkpoints of the log
     * @return a copy with them
     */
    public BundleTrust and(List<Checkpoint> checkpoints) {
        return new BundleTrust(keys, checkpoints, authorities);
    }

    /**
     * Also verifies the time stamps.
     *
     * @param trust which authorities are trusted
     * @return a copy with it
     */
    public BundleTrust and(TimestampTrust trust) {
        return new BundleTrust(keys, handedOut, Optional.of(trust));
    }
}
