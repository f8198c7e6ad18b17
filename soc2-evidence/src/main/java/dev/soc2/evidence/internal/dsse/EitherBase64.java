package dev.soc2.evidence.internal.dsse;

import java.util.Base64;
import java.util.Optional;

/** Base64 in the standard or the URL-safe alphabet, as envelopes may be written. */
public final class EitherBase64 {

    private EitherBase64() {}

    public static Optional<byte[]> decode(String text) {
        boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        try {
            return Optional.of((urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
