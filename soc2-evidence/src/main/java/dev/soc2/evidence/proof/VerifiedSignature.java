package dev.soc2.evidence.proof;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A signature that was checked and found right.
 *
 * @param key the key that signed
 * @param at when a witness says that it signed; empty for a signature that says no time
 */
public record VerifiedSignature(VerifierKey key, Optional<Instant> at) {

    /** Checks the invariants. */
    public VerifiedSignature {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
    }
}
