package dev.soc2.evidence.proof;

/**
 * Content that a {@link ContentStatement} speaks of.
 *
 * @param name what the content is called; data only
 * @param sha256 SHA-256 of its bytes, 64 lower-case hexadecimal digits
 */
public record StatementSubject(String name, String sha256) {

    /** Checks the invariants. */
    public StatementSubject {
        if (!KeyNames.isUnicode(name)) {
            throw new IllegalArgumentException("the name of a subject is a text");
        }
        Hashes.require(sha256);
    }
}
