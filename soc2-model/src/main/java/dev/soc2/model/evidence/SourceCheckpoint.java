package dev.soc2.model.evidence;

import java.util.Objects;

/**
 * The state that a source was in while it was read, as a log states it: whoever holds the log's checkpoint of that size
 * and root can follow each record that was read to the bytes that the log committed to.
 *
 * @param origin name of the log
 * @param size number of its entries
 * @param root root hash of its tree at that size (RFC 6962), 64 lower-case hexadecimal digits
 */
public record SourceCheckpoint(String origin, long size, String root) {

    /** Checks the invariants. */
    public SourceCheckpoint {
        Objects.requireNonNull(origin, "origin");
        if (origin.isBlank() || size < 0) {
            throw new IllegalArgumentException("a checkpoint names its log and counts its entries from 0");
        }
        Digests.requireSha256(root);
    }
}
