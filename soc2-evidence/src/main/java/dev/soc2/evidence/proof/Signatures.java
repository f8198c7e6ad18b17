package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.ProofCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Checks one signature under a note by the rules of the key's kind. */
final class Signatures {

    private Signatures() {}

    static VerifiedSignature verify(String document, String text, NoteSignature signature, VerifierKey key) {
        byte[] value = signature.signature();
        Optional<VerifiedSignature> verified =
                switch (key.kind()) {
                    case NOTE ->
                        key.verifies(text.getBytes(StandardCharsets.UTF_8), value)
                                ? Optional.of(new VerifiedSignature(key, Optional.empty()))
                                : Optional.empty();
                    case COSIGNATURE -> cosignature(text, value, key);
                };
        return verified.orElseThrow(() -> new ProofException(ProofCode.SIGNATURE.in(
                document,
                "the signature of " + key + " does not fit the text",
                "the text was changed, or the signature belongs to another one: ask for the note again")));
    }

    /** Eight bytes of time, then a signature over the time and the text. */
    private static Optional<VerifiedSignature> cosignature(String text, byte[] value, VerifierKey key) {
        if (value.length < Long.BYTES) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(value).getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            return Optional.empty();
        }
        byte[] message = ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
        return key.verifies(message, Arrays.copyOfRange(value, Long.BYTES, value.length))
                ? Optional.of(new VerifiedSignature(key, Optional.of(Instant.ofEpochSecond(seconds))))
                : Optional.empty();
    }
}
