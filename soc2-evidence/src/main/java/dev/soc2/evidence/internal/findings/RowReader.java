package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.internal.json.JsonRecord;

/** Makes records of the rows of one file. */
@FunctionalInterface
public interface RowReader {

    /** Reads a row. An exception about an argument, a time or a number says that its values make no record. */
    Outcome read(JsonRecord row);
}
