package dev.soc2.model.evidence;

/**
 * A file that belongs to a record; held elsewhere, named here by digest.
 *
 * @param name its name; data only, never a path to write to
 * @param mediaType its media type
 * @param size its size in bytes
 * @param sha256 SHA-256 of its bytes, 64 lower-case hexadecimal digits
 */
public record Attachment(String name, String mediaType, long size, String sha256) {

    /** Checks the invariants. */
    public Attachment {
        if (name.isBlank() || name.length() > 255 || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an attachment has a name of at most 255 characters without controls");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative, got " + size);
        }
        Digests.requireSha256(sha256);
    }
}
