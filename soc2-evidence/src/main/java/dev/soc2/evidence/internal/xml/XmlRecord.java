package dev.soc2.evidence.internal.xml;

import dev.soc2.model.issue.Location;
import java.util.List;

/**
 * One row of an XML export.
 *
 * @param value the row
 * @param around the elements around it, outermost first, by their numbers, to be looked up in the outline
 * @param place where its start tag begins
 * @param slice its bytes as they arrived, from its start tag to its end tag
 */
public record XmlRecord(XmlElement value, List<Integer> around, Location place, Slice slice) {

    public XmlRecord {
        around = List.copyOf(around);
    }

    /** The bytes of a row in a buffer that is the reader's until the next row. */
    public static final class Slice {

        private final byte[] bytes;
        private final int from;
        private final int to;

        Slice(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        public byte[] bytes() {
            return bytes;
        }

        public int from() {
            return from;
        }

        public int to() {
            return to;
        }
    }
}
