package dev.soc2.evidence.ledger;

import dev.soc2.model.issue.Issue;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a ledger.
 *
 * @param issue what is wrong, where, and what to do
 * @param leaf number of the entry, from 0; empty when no single entry is meant
 * @param record id of the record in it, as far as it can be told
 * @param offset where in the entry the fault begins, in bytes; 0 for the whole entry
 * @param expected what should be there
 * @param found what is there
 */
public record LedgerFinding(
        Issue issue, Optional<Long> leaf, Optional<String> record, long offset, String expected, String found) {

    /** Checks the invariants. */
    public LedgerFinding {
        Objects.requireNonNull(issue, "issue");
        Objects.requireNonNull(leaf, "leaf");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(found, "found");
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is not negative, got " + offset);
        }
    }
}
