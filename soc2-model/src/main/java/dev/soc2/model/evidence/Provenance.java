package dev.soc2.model.evidence;

import dev.soc2.model.issue.Location;
import java.util.Objects;

/**
 * Where a record came from: the place in a file and the digest of the bytes as they arrived.
 *
 * @param origin file and line
 * @param sha256 SHA-256 of the raw bytes of the record (for JSON Lines and CSV the line without its line end), 64
 *     lower-case hexadecimal digits
 * @param importer name of the importer that read it
 */
public record Provenance(Location origin, String sha256, String importer) {

    /** Checks the invariants. */
    public Provenance {
        Objects.requireNonNull(origin, "origin");
        Digests.requireSha256(sha256);
        if (importer.isBlank()) {
            throw new IllegalArgumentException("a provenance names the importer");
        }
    }
}
