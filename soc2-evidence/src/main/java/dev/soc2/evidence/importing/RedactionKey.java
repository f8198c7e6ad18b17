package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.redaction.KeyedDigest;

/**
 * The secret under which redaction makes pseudonyms, HMAC-SHA-256. It comes from the caller's own store of secrets and
 * never stands in an engagement file; nothing shows it, and it goes into no record. Whoever loses it loses nothing but
 * the way to tell which pseudonym an account has.
 *
 * <p>Pseudonyms are the same under the same key, so that exports of one engagement are to be imported with one key.
 * Immutable.
 */
public final class RedactionKey {

    private final KeyedDigest digest;

    private RedactionKey(KeyedDigest digest) {
        this.digest = digest;
    }

    /**
     * A key.
     *
     * @param bytes at least 32 bytes from a source of secrets; copied
     * @return the key
     * @throws IllegalArgumentException if there are fewer
     */
    public static RedactionKey of(byte[] bytes) {
        return new RedactionKey(new KeyedDigest(bytes));
    }

    /**
     * What stands for a text in redacted evidence.
     *
     * @param text the text exactly as it stands in the export
     * @return {@code hmac:} and 32 hexadecimal digits, the first half of HMAC-SHA-256 over the text in UTF-8
     */
    public String pseudonym(String text) {
        return digest.pseudonym(text);
    }

    KeyedDigest digest() {
        return digest;
    }

    /** Shows nothing of the key. */
    @Override
    public String toString() {
        return "redaction key";
    }
}
