package dev.soc2.evidence.format;

import dev.soc2.model.document.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The bytes that a record of evidence was read from, exactly as they arrived, with their media type. Holds a copy of its
 * own, so that a reader may use its buffer again. Immutable.
 */
public final class RawRecord {

    private static final int LONGEST_TYPE = 255;

    private final byte[] bytes;
    private final String mediaType;

    private RawRecord(byte[] bytes, String mediaType) {
        if (mediaType.isBlank()
                || mediaType.length() > LONGEST_TYPE
                || mediaType.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "a media type is printable ASCII of at most " + LONGEST_TYPE + " characters");
        }
        this.bytes = bytes;
        this.mediaType = mediaType;
    }

    /**
     * All bytes of an array.
     *
     * @param bytes the bytes as they arrived; copied
     * @param mediaType their media type, such as {@code application/json}
     * @return the raw record
     */
    public static RawRecord of(byte[] bytes, String mediaType) {
        return new RawRecord(bytes.clone(), mediaType);
    }

    /**
     * A part of a buffer.
     *
     * @param buffer holds the bytes as they arrived; the part is copied
     * @param from index of the first byte
     * @param to index after the last byte
     * @param mediaType their media type, such as {@code text/csv}
     * @return the raw record
     */
    public static RawRecord of(byte[] buffer, int from, int to, String mediaType) {
        if (from < 0 || to > buffer.length || from > to) {
            throw new IndexOutOfBoundsException("no part " + from + ".." + to + " of " + buffer.length + " bytes");
        }
        return new RawRecord(Arrays.copyOfRange(buffer, from, to), mediaType);
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * How many bytes there are.
     *
     * @return the count
     */
    public int size() {
        return bytes.length;
    }

    /**
     * The media type.
     *
     * @return printable ASCII
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The digest of the bytes.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256() {
        MessageDigest digest = Sha256.start();
        digest.update(bytes);
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Whether these are the bytes, one by one.
     *
     * @param other bytes to compare with
     * @return true when all are equal
     */
    public boolean isSameAs(byte[] other) {
        return Arrays.equals(bytes, other);
    }

    /** Compares bytes and media type. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RawRecord raw && mediaType.equals(raw.mediaType) && Arrays.equals(bytes, raw.bytes);
    }

    /** Agrees with {@link #equals(Object)}. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Tells size and media type, never the content. */
    @Override
    public String toString() {
        return bytes.length + " bytes of " + mediaType;
    }
}
