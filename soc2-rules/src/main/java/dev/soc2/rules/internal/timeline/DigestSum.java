package dev.soc2.rules.internal.timeline;

import java.util.HexFormat;

/** A sum of SHA-256 digests modulo 2^256, each taken as a big-endian number: the same in whatever order they come. */
final class DigestSum {

    private static final int BYTES = 32;

    private final byte[] sum = new byte[BYTES];

    void add(byte[] digest) {
        int carry = 0;
        for (int i = BYTES - 1; i >= 0; i--) {
            carry += (sum[i] & 0xFF) + (digest[i] & 0xFF);
            sum[i] = (byte) carry;
            carry >>>= Byte.SIZE;
        }
    }

    /** 64 hexadecimal digits. */
    String hex() {
        return HexFormat.of().formatHex(sum);
    }
}
