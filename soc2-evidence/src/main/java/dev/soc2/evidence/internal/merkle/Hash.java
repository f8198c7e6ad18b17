package dev.soc2.evidence.internal.merkle;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 hash of a tree: 32 bytes that never change. */
public final class Hash {

    /** How many bytes a hash has. */
    public static final int LENGTH = 32;

    private static final String NOT_A_HASH = "a hash has 32 bytes, got ";

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /** A part of a buffer, such as a tile. */
    public static Hash of(byte[] buffer, int from, int to) {
        if (to - from != LENGTH) {
            throw new IllegalArgumentException(NOT_A_HASH + (to - from));
        }
        return new Hash(Arrays.copyOfRange(buffer, from, to));
    }

    /** From 64 hexadecimal digits. */
    public static Hash ofHex(String hex) {
        return own(HexFormat.of().parseHex(hex));
    }

    /** From standard Base64 in its one canonical form; nothing if the text is anything else. */
    public static Optional<Hash> ofBase64(String text) {
        if (text.length() != 44) {
            return Optional.empty();
        }
        try {
            Hash hash = own(Base64.getDecoder().decode(text));
            // The decoder overlooks the bits behind the last byte, so that several texts would mean one hash.
            return hash.base64().equals(text) ? Optional.of(hash) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes over bytes that nobody else holds. */
    static Hash own(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(NOT_A_HASH + bytes.length);
        }
        return new Hash(bytes);
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Copies the 32 bytes to a place in a buffer. */
    public void copyTo(byte[] buffer, int at) {
        System.arraycopy(bytes, 0, buffer, at, LENGTH);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes themselves, for this package only. */
    byte[] view() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
