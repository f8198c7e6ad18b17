package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.dsse.EitherBase64;

/**
 * One signature of an {@link Envelope}, checked or not.
 *
 * @param keyId a hint at the key, which nobody signs; may be empty
 * @param value the signature in Base64, standard or URL-safe
 */
public record EnvelopeSignature(String keyId, String value) {

    /** Checks the invariants. */
    public EnvelopeSignature {
        if (!KeyNames.isUnicode(keyId)) {
            throw new IllegalArgumentException("the hint at a key is a text");
        }
        if (EitherBase64.decode(value).isEmpty()) {
            throw new IllegalArgumentException("a signature is written in Base64");
        }
    }

    byte[] bytes() {
        return EitherBase64.decode(value).orElseThrow();
    }
}
