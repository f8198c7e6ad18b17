package dev.soc2.model.result;

import java.util.Comparator;
import java.util.Objects;

/**
 * What an import did, in numbers that do not depend on the order of lines.
 *
 * @param importer name of the importer
 * @param origin file or folder, as declared
 * @param read rows or records found
 * @param stored records handed on
 * @param duplicates records that were there already
 * @param rejected rows refused
 * @param outOfScope rows shown to be none of the population's
 */
public record ImportSummary(
        String importer, String origin, long read, long stored, long duplicates, long rejected, long outOfScope)
        implements Comparable<ImportSummary> {

    private static final Comparator<ImportSummary> ORDER = Comparator.comparing(ImportSummary::origin)
            .thenComparing(ImportSummary::importer)
            .thenComparingLong(ImportSummary::read);

    /** Checks the invariants. */
    public ImportSummary {
        Objects.requireNonNull(importer, "importer");
        Objects.requireNonNull(origin, "origin");
    }

    /** Orders by origin. */
    @Override
    public int compareTo(ImportSummary other) {
        return ORDER.compare(this, other);
    }
}
