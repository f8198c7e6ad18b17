package dev.soc2.evidence.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One step in the chain of custody.
 *
 * @param leaf number of the entry that proves it, from 0
 * @param action what happened
 * @param recordedAt when the ledger recorded it
 * @param record id of the record that it happened to; empty for the whole log
 * @param by who did it: a person, an importer, or the record that supersedes
 * @param reason why
 */
public record CustodyRecord(
        long leaf, CustodyAction action, Instant recordedAt, Optional<String> record, String by, String reason) {

    /** Checks the invariants. */
    public CustodyRecord {
        if (leaf < 0) {
            throw new IllegalArgumentException("entries count from 0, got " + leaf);
        }
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
    }
}
