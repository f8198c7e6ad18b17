package dev.soc2.report.render;

import dev.soc2.model.issue.Issue;
import java.util.List;

/**
 * What was written.
 *
 * @param bytes how many bytes
 * @param sha256 their SHA-256, 64 lower-case hexadecimal digits; of a set of files that of its list of digests, as
 *     {@code sha256sum} writes it, sorted by name
 * @param warnings what a reader should know about the report; empty when there is nothing
 */
public record RenderResult(long bytes, String sha256, List<Issue> warnings) {

    /** Copies the warnings. */
    public RenderResult {
        if (bytes < 0 || sha256.length() != 64) {
            throw new IllegalArgumentException("a result counts bytes and names their SHA-256");
        }
        warnings = List.copyOf(warnings);
    }
}
