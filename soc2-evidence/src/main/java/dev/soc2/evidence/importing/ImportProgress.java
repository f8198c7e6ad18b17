package dev.soc2.evidence.importing;

/** Is told how far an import is, on the thread that imports. All methods do nothing by default. */
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
}
