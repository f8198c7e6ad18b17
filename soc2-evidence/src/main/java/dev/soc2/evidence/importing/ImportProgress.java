package dev.soc2.evidence.importing;

/** Is told how far an import is, on the thread that imports, and may cancel it. All methods do nothing by default. */
public interface ImportProgress {

    /** Listens to nothing. */
    ImportProgress NONE = new ImportProgress() {};

    /**
     * A file is begun.
     *
     * @param file its name, as receipts show it
     * @param bytes its size
     */
    default void started(String file, long bytes) {}

    /**
     * More of a file was read.
     *
     * @param file its name
     * @param bytes how much was read of it so far
     */
    default void advanced(String file, long bytes) {}

    /**
     * A file was read to its end.
     *
     * @param file its name
     */
    default void finished(String file) {}

    /**
     * More rows were read: called after each batch of rows, and at the end of each file. How many that is in a second is
     * for the listener to say, as an import knows no clock.
     *
     * @param file the name of the file that is read
     * @param rows how many rows of the file were read so far
     * @param rejected how many of them were refused
     */
    default void counted(String file, long rows, long rejected) {}

    /**
     * Whether the import is to end. Asked often, between two batches of rows and between two reads of a file; the import
     * then ends in a {@link CancelledImportException}, and what was accepted stays.
     *
     * @return true to cancel
     */
    default boolean isCancelled() {
        return false;
    }
}
