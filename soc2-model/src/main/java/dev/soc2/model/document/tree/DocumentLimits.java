package dev.soc2.model.document.tree;

/**
 * How much of a document is read before it is refused.
 *
 * @param bytes most bytes of a document, or of one line of JSON Lines
 * @param depth most lists and maps around a value
 * @param nodes most values in a document, where an alias counts as all that it stands for
 * @param textLength most UTF-16 units in one text
 * @param nameLength most UTF-16 units in the name of a field
 * @param aliases most aliases in a YAML document
 */
public record DocumentLimits(int bytes, int depth, int nodes, int textLength, int nameLength, int aliases) {

    private static final int MEBIBYTE = 1 << 20;
    private static final DocumentLimits DOCUMENT = new DocumentLimits(16 * MEBIBYTE, 64, 500_000, MEBIBYTE, 1_024, 32);

    /** Checks the invariants. */
    public DocumentLimits {
        if (bytes < 1 || depth < 1 || nodes < 1 || textLength < 1 || nameLength < 1 || aliases < 0) {
            throw new IllegalArgumentException("limits are positive; there may be no aliases");
        }
        if (depth > 500) {
            throw new IllegalArgumentException("a depth over 500 is not read safely, got " + depth);
        }
    }

    /**
     * Limits for a document: 16 MiB, depth 64, 500,000 values, texts of 1 Mi, names of 1,024, 32 aliases.
     *
     * @return the usual limits
     */
    public static DocumentLimits forDocuments() {
        return DOCUMENT;
    }

    /**
     * Limits for one line of JSON Lines: as for documents, but 1 MiB.
     *
     * @return the usual limits of a line
     */
    public static DocumentLimits forLines() {
        return DOCUMENT.withBytes(MEBIBYTE);
    }

    /**
     * The same limits for longer or shorter documents.
     *
     * @param most most bytes
     * @return a copy
     */
    public DocumentLimits withBytes(int most) {
        return new DocumentLimits(most, depth, nodes, textLength, nameLength, aliases);
    }
}
