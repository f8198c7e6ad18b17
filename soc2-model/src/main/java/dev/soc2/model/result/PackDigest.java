package dev.soc2.model.result;

/**
 * A rule pack or catalogue that took part, by digest.
 *
 * @param id its id
 * @param version its version; for a catalogue the edition
 * @param sha256 SHA-256 of the document as read, 64 lower-case hexadecimal digits
 */
public record PackDigest(String id, String version, String sha256) implements Comparable<PackDigest> {

    /** Checks the invariants. */
    public PackDigest {
        if (id.isBlank() || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a pack has an id and a SHA-256 digest, got '" + id + "'");
        }
    }

    /** Orders by id. */
    @Override
    public int compareTo(PackDigest other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : sha256.compareTo(other.sha256);
    }
}
