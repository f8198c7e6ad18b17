package dev.soc2.evidence.format;

import java.util.Optional;
import java.util.Set;

/**
 * One kind of export, such as {@code OCSF} or {@code SARIF}.
 *
 * <p>A format knows nothing of stores, receipts and populations: it reads rows, and whoever runs it counts them,
 * digests the file, records the population and hands the records on. Immutable and safe for many threads.
 */
public interface EvidenceFormat {

    /**
     * The name by which an engagement file asks for it.
     *
     * @return upper-case letters, digits and {@code _}
     */
    String name();

    /**
     * Which files below a folder are read.
     *
     * @return endings such as {@code .json}, in lower case; empty when the declared path itself is the export, be it a
     *     file or a folder
     */
    Set<String> endings();

    /**
     * Makes a reader of the options that were written.
     *
     * @param options the options; each one that is not asked for is told as a fault by the caller
     * @return the reader; nothing when an option cannot be used, which was told then
     */
    Optional<ExportReader> open(FormatOptions options);
}
