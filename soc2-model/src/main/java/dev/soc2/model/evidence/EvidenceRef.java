package dev.soc2.model.evidence;

import java.util.Comparator;

/**
 * A record by name and digest.
 *
 * @param id id of the record
 * @param sha256 digest of its written form ({@code EvidenceLines}), 64 lower-case hexadecimal digits
 */
public record EvidenceRef(String id, String sha256) implements Comparable<EvidenceRef> {

    private static final Comparator<EvidenceRef> ORDER =
            Comparator.comparing(EvidenceRef::id).thenComparing(EvidenceRef::sha256);

    /** Checks the invariants. */
    public EvidenceRef {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a reference names a record");
        }
        Digests.requireSha256(sha256);
    }

    /** Orders by id. */
    @Override
    public int compareTo(EvidenceRef other) {
        return ORDER.compare(this, other);
    }
}
