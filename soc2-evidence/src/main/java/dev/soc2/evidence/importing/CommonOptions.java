package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.intake.Extraction;
import dev.soc2.evidence.internal.intake.Handling;
import dev.soc2.evidence.internal.intake.Window;
import java.time.Instant;
import java.util.Optional;

/**
 * The options that every format has.
 *
 * @param source the system that the records come from
 * @param window the interval that the export covers
 * @param extractedAt when it was made
 * @param handling what is done with its rows
 */
record CommonOptions(
        Optional<String> source, Optional<Window> window, Optional<Instant> extractedAt, Handling handling) {

    static CommonOptions of(Export export) {
        return new CommonOptions(Optional.empty(), export.window(), export.extractedAt(), Handling.NONE);
    }

    Extraction extraction(String sourceOfPath, String query) {
        return new Extraction(source.orElse(sourceOfPath), query, window, extractedAt);
    }

    CommonOptions orSource(Optional<String> usual) {
        return new CommonOptions(source.or(() -> usual), window, extractedAt, handling);
    }

    CommonOptions orExtractedAt(Optional<Instant> usual) {
        return new CommonOptions(source, window, extractedAt.or(() -> usual), handling);
    }
}
