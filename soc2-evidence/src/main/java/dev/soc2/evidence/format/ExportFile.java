package dev.soc2.evidence.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** One file of an export, and what is known about it. */
public interface ExportFile {

    /**
     * Its name in messages and provenance.
     *
     * @return the declared path, with {@code /} between folders
     */
    String document();

    /**
     * Where it lies.
     *
     * @return the file, or the folder of a format that reads one
     */
    Path path();

    /**
     * The system that the records come from: as declared, else the name of the file without its ending.
     *
     * @return the source of its records
     */
    String source();

    /**
     * When the export was made, if that was declared.
     *
     * @return the instant that records without a time of observation were observed at
     */
    Optional<Instant> extractedAt();

    /**
     * Opens the file from its first byte. It may be opened again; a file that changed in between ends the import.
     *
     * @return the bytes, digested and counted on the way; to be closed by the reader
     * @throws IOException if it cannot be opened
     */
    InputStream content() throws IOException;
}
