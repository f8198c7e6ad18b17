package dev.soc2.evidence.proof;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;

/**
 * What a time-stamping authority vouched for: these bytes were there at this time.
 *
 * @param at the time by the clock of the authority
 * @param policy object identifier of the policy that it stamped under
 * @param serial number of the stamp at the authority
 * @param authority who stamped, as its certificate says
 */
public record Timestamp(Instant at, String policy, BigInteger serial, String authority) {

    /** Checks the invariants. */
    public Timestamp {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(authority, "authority");
    }
}
