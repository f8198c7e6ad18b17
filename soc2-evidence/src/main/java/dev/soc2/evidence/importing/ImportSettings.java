package dev.soc2.evidence.importing;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * What whoever runs the imports of an engagement brings along. Immutable; each call answers a copy.
 *
 * @param zone the engagement's zone, in which the days of declared windows are read
 * @param redactionKey the key of entries that are redacted
 * @param progress is told how far the imports are, and may cancel them
 */
public record ImportSettings(Optional<ZoneId> zone, Optional<RedactionKey> redactionKey, ImportProgress progress) {

    /** No zone, no key, nobody who listens. */
    public static final ImportSettings NONE =
            new ImportSettings(Optional.empty(), Optional.empty(), ImportProgress.NONE);

    /** Checks the parts. */
    public ImportSettings {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(redactionKey, "redactionKey");
        Objects.requireNonNull(progress, "progress");
    }

    /**
     * With a zone.
     *
     * @param newZone the engagement's zone
     * @return a copy with it
     */
    public ImportSettings zone(ZoneId newZone) {
        return new ImportSettings(Optional.of(newZone), redactionKey, progress);
    }

    /**
     * With a key.
     *
     * @param key the key of entries that are redacted
     * @return a copy with it
     */
    public ImportSettings redactionKey(RedactionKey key) {
        return new ImportSettings(zone, Optional.of(key), progress);
    }

    /**
     * With somebody who listens.
     *
     * @param listener is told how far the imports are
     * @return a copy with it
     */
    public ImportSettings progress(ImportProgress listener) {
        return new ImportSettings(zone, redactionKey, listener);
    }
}
