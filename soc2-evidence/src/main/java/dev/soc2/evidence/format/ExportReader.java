package dev.soc2.evidence.format;

import java.util.Set;

/** A format with its options: begins as many imports as wanted. Immutable and safe for many threads. */
public interface ExportReader {

    /**
     * The types that records of the export may be of. One population record is written for each of them, also when no
     * record of it came, which then proves that there was none, unless {@link #provesAbsence()} says that it does not.
     *
     * @return evidence types; empty when the export carries its own population records, so that none is added
     */
    Set<String> types();

    /**
     * Whether an export without any record of one of its {@linkplain #types() types} proves that there was none. It does
     * not when files of the format may hold one kind of finding and say nothing about the others: then a population is
     * recorded only of types of which a record came.
     *
     * @return true unless the format says otherwise
     */
    default boolean provesAbsence() {
        return true;
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
     * Begins to read one export.
     *
     * @param rows takes what is read
     * @return a reading, used by one thread
     */
    ExportReading begin(Rows rows);
}
