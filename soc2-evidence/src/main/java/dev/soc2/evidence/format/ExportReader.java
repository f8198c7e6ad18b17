package dev.soc2.evidence.format;

import java.util.Set;

/** A format with its options: begins as many imports as wanted. Immutable and safe for many threads. */
public interface ExportReader {

    /**
     * The types that records of the export may be of. One population record is written for each of them, also when no
     * record of it came, which then proves that there was none.
     *
     * @return evidence types; empty when the export carries its own population records, so that none is added
     */
    Set<String> types();

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
