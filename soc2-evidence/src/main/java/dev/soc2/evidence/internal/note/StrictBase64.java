package dev.soc2.evidence.internal.note;

import java.util.Base64;
import java.util.Optional;

/** Standard Base64 (RFC 4648, section 4) where each value has one text: padded, and no bits set behind the last byte. */
public final class StrictBase64 {

    private StrictBase64() {}

    public static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
