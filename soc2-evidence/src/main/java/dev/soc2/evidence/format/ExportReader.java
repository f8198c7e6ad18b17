package dev.soc2.evidence.format;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A format with its options: begins as many imports as wanted. Immutable and safe for many threads. */
public interface ExportReader {

    /**
     * The types that records of the export may be of. One population record is written for each of them of which a
     * record came, and for each of {@link #wholeOf()} also when none came, which then proves that there was none.
     *
     * @return evidence types; empty when the export carries its own population records, so that none is added
     */
    Set<String> types();

    /**
     * The types of which an export is the whole list, so that an export without any record of one proves that there was
     * none. A format whose files may hold one kind of finding and say nothing about the others leaves those out; a
     * population of them is recorded when a record came.
     *
     * @return some of the {@linkplain #types() types}; all of them unless the format says otherwise
     */
    default Set<String> wholeOf() {
        return types();
    }

    /**
     * What was asked, as population records state it: the options that decide which rows become which records.
     *
     * @return words that are the same for the same options; empty when there are none
     */
    default String query() {
        return "";
    }

    /**
     * What the bytes of a row are.
     *
     * @return a media type such as {@code application/json} or {@code application/xml}
     */
    default String mediaType() {
        return "application/json";
    }

    /**
     * When the export was made, if an option of this format says so. The option {@code extractedAt} goes before it.
     *
     * @return the instant
     */
    default Optional<Instant> exportedAt() {
        return Optional.empty();
    }

    /**
     * Begins to read one export.
     *
     * @param rows takes what is read
     * @return a reading, used by one thread
     */
    ExportReading begin(Rows rows);
}
