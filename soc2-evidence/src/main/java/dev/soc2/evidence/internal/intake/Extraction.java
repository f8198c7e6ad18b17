package dev.soc2.evidence.internal.intake;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How the rows of an import were drawn, as far as somebody stated it.
 *
 * @param source the system they come from
 * @param query what was asked: the importer and its options
 * @param window the interval that the export covers, when it is stated
 * @param extractedAt when the export was made, when it is stated
 */
public record Extraction(String source, String query, Optional<Window> window, Optional<Instant> extractedAt) {

    public Extraction {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(query, "query");
    }
}
