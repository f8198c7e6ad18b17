package dev.soc2.evidence.internal;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of the machine, for a ledger whose caller gave it no other. */
public final class SystemClock implements InstantSource {

    @Override
    public Instant instant() {
        return Instant.now();
    }
}
