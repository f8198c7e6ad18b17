package dev.soc2.evidence.internal.redaction;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key, which nothing shows. Without the key nobody can try which value a digest stands for. */
public final class KeyedDigest {

    /** The fewest bytes of a key: as many as the digest has. */
    public static final int LEAST_BYTES = 32;

    /** What a pseudonym begins with. */
    static final String MARK = "hmac:";

    /** A pseudonym keeps 128 bits, enough to tell any number of people apart. */
    static final int PSEUDONYM_DIGITS = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public KeyedDigest(byte[] key) {
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException("a redaction key has at least " + LEAST_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** 64 hexadecimal digits. */
    public String hex(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Of the digest of a file, so that the file need not be read again. */
    public String ofDigest(String sha256) {
        return sha256.isEmpty() ? "" : hex(sha256.getBytes(StandardCharsets.US_ASCII));
    }

    /** What stands for a text: the same for the same text wherever it stands, so that joins still work. */
    public String pseudonym(String text) {
        return MARK + hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, PSEUDONYM_DIGITS);
    }

    @Override
    public String toString() {
        return "redaction key";
    }
}
