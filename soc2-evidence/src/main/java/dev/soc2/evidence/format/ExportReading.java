package dev.soc2.evidence.format;

import java.io.IOException;

/** The reading of one export, which may consist of several files. */
@FunctionalInterface
public interface ExportReading {

    /**
     * Reads a file of the export, in the order of the files' paths.
     *
     * <p>What cannot be read as a record is refused row by row, and the reading goes on. A file that is none of this
     * format at all is one refused row.
     *
     * @param file the file
     * @throws IOException if the file cannot be read; the import ends then, and what was taken stays
     */
    void read(ExportFile file) throws IOException;

    /** Ends the export, when its last file was read. */
    default void end() {}
}
