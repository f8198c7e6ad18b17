package dev.soc2.evidence.internal.xml;

/**
 * Where a tag stands in the bytes of the document.
 *
 * @param from offset of its {@code <}
 * @param to offset behind its {@code >}
 * @param line line of its {@code <}, from 1
 * @param column column of its {@code <} in characters, from 1
 * @param kind what it does
 */
record XmlTag(long from, long to, int line, int column, Kind kind) {

    enum Kind {
        START,
        END,
        /** Start and end in one. */
        EMPTY
    }
}
