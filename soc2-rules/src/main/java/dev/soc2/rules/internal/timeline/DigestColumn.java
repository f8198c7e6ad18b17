package dev.soc2.rules.internal.timeline;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** SHA-256 digests, row by row, without an object for each. */
final class DigestColumn {

    static final int WORDS = 4;

    private final long[][] words = new long[WORDS][16];
    private int size;

    int size() {
        return size;
    }

    void add(byte[] digest) {
        grow();
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        for (long[] word : words) {
            word[size] = bytes.getLong();
        }
        size++;
    }

    void add(DigestColumn other, int row) {
        grow();
        for (int i = 0; i < WORDS; i++) {
            words[i][size] = other.words[i][row];
        }
        size++;
    }

    private void grow() {
        if (size == words[0].length) {
            for (int i = 0; i < WORDS; i++) {
                words[i] = Arrays.copyOf(words[i], size + (size >> 1));
            }
        }
    }

    /** Eight bytes of a digest as a big-endian number; the first of four has the highest. */
    long word(int number, int row) {
        return words[number][row];
    }

    boolean equals(int row, DigestColumn other, int otherRow) {
        boolean equal = true;
        for (int i = 0; i < WORDS; i++) {
            equal &= words[i][row] == other.words[i][otherRow];
        }
        return equal;
    }

    byte[] get(int row) {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (long[] word : words) {
            bytes.putLong(word[row]);
        }
        return bytes.array();
    }
}
