package dev.soc2.evidence.internal.timestamp;

import java.math.BigInteger;
import java.time.Instant;

/** What a token says, once it is verified. */
public record Stamp(Instant at, String policy, BigInteger serial, String authority) {}
