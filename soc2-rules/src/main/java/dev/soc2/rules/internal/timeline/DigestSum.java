package dev.soc2.rules.internal.timeline;

import java.util.HexFormat;

/** A sum of SHA-256 digests modulo 2^256, each taken as a big-endian number: the same in whatever order they come. */
final class DigestSum {

    private final long[] sum = new long[DigestColumn.WORDS];

    void add(DigestColumn digests, int row) {
        long carry = 0;
        for (int i = DigestColumn.WORDS - 1; i >= 0; i--) {
            long word = digests.word(i, row);
            long added = sum[i] + word;
            long carried = added + carry;
            carry = Long.compareUnsigned(added, word) < 0 || Long.compareUnsigned(carried, added) < 0 ? 1 : 0;
            sum[i] = carried;
        }
    }

    /** 64 hexadecimal digits. */
    String hex() {
        StringBuilder hex = new StringBuilder(DigestColumn.WORDS * Long.BYTES * 2);
        for (long word : sum) {
            hex.append(HexFormat.of().toHexDigits(word));
        }
        return hex.toString();
    }
}
