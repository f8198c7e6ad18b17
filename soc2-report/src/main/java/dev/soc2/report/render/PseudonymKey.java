package dev.soc2.report.render;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret behind the pseudonyms of a redacted report. A bare hash of a mail address is no redaction, as whoever has a
 * list of addresses tries them all; who does not have the key cannot try. The same key gives the same pseudonyms, also
 * those of a redacted import.
 */
public final class PseudonymKey {

    private static final int SHORTEST = 32;
    private static final int BITS_SHOWN = 128;
    private static final Pattern PSEUDONYM = Pattern.compile("hmac:[0-9a-f]{32}");

    private final SecretKeySpec key;

    private PseudonymKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * A key.
     *
     * @param secret at least 32 bytes that nobody can guess; copied
     * @return the key
     */
    public static PseudonymKey of(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("a key has at least " + SHORTEST + " bytes, got " + secret.length);
        }
        return new PseudonymKey(new SecretKeySpec(secret, "HmacSHA256"));
    }

    /**
     * What takes the place of a text.
     *
     * @param text the text
     * @return {@code hmac:} and the first 128 bits of HMAC-SHA-256 of the text in UTF-8, in hexadecimal; a text that is a
     *     pseudonym already stays as it is
     */
    public String pseudonym(String text) {
        return PSEUDONYM.matcher(text).matches() ? text : "hmac:" + digest(text).substring(0, BITS_SHOWN / 4);
    }

    /**
     * What takes the place of a digest.
     *
     * @param text the digest, in hexadecimal
     * @return HMAC-SHA-256 of the text in UTF-8, 64 hexadecimal digits
     */
    public String digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Says nothing about the key. */
    @Override
    public String toString() {
        return "PseudonymKey";
    }
}
