package dev.soc2.evidence.internal.json;

import dev.soc2.model.issue.Location;
import java.util.List;

/**
 * One row of a JSON export.
 *
 * @param value the row
 * @param array path of the array that holds it, such as {@code runs.results}; empty for a value of its own
 * @param indices its number in each array on the way, from 0
 * @param place where it begins
 * @param slice its bytes as they arrived
 */
public record JsonRecord(JsonObject value, String array, List<Integer> indices, Location place, Slice slice) {

    public JsonRecord {
        indices = List.copyOf(indices);
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
