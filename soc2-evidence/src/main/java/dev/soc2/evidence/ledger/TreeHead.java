package dev.soc2.evidence.ledger;

/**
 * How many entries a log has, and the root of the tree over them (RFC 6962). Whoever keeps one can tell later whether
 * the log still holds these entries.
 *
 * @param size number of entries
 * @param root root of the tree, 64 lower-case hexadecimal digits
 */
public record TreeHead(long size, String root) {

    /** Checks the invariants. */
    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("a log has no fewer than 0 entries, got " + size);
        }
        if (!root.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a root is 64 lower-case hexadecimal digits");
        }
    }
}
