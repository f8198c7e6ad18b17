package dev.soc2.model.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Sha256 {

    private Sha256() {}

    /**
     * The digest of bytes.
     *
     * @param bytes the bytes
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /**
     * The digest of bytes.
     *
     * @param bytes the bytes
     * @return 32 bytes
     */
    public static byte[] digest(byte[] bytes) {
        return digest(bytes, 0, bytes.length);
    }

    /**
     * The digest of a part of a buffer.
     *
     * @param buffer holds the bytes
     * @param from first of them
     * @param to behind the last
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(byte[] buffer, int from, int to) {
        return HexFormat.of().formatHex(digest(buffer, from, to));
    }

    private static byte[] digest(byte[] buffer, int from, int to) {
        MessageDigest digest = start();
        digest.update(buffer, from, to - from);
        return digest.digest();
    }

    /**
     * A digest to be fed, for whoever takes many one after the other.
     *
     * @return an empty SHA-256
     */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
