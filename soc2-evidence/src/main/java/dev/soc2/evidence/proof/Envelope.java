package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.dsse.PreAuthentication;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.evidence.internal.note.StrictBase64;
import dev.soc2.model.document.tree.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bytes and their type, signed together: an envelope of <a href="https://github.com/secure-systems-lab/dsse">DSSE</a>.
 * What is inside comes out through {@link #verify} only, as the bytes that were signed.
 */
public final class Envelope {

    static final int MOST_SIGNATURES = 100;

    private final String payloadType;
    private final byte[] payload;
    private final List<EnvelopeSignature> signatures;

    Envelope(String payloadType, byte[] payload, List<EnvelopeSignature> signatures) {
        this.payloadType = payloadType;
        this.payload = payload;
        this.signatures = List.copyOf(signatures);
    }

    /**
     * Signs bytes.
     *
     * @param payloadType what the bytes are, such as {@code application/vnd.in-toto+json}
     * @param payload the bytes
     * @param keys the keys to sign with, at least one
     * @return the envelope
     * @throws IllegalArgumentException if there is no key, or the type is no text
     */
    public static Envelope sign(String payloadType, byte[] payload, List<SigningKey> keys) {
        if (keys.isEmpty() || keys.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("an envelope has 1 to 100 signatures");
        }
        if (payloadType.isEmpty() || !KeyNames.isUnicode(payloadType)) {
            throw new IllegalArgumentException("the type of a payload is a text");
        }
        byte[] message = PreAuthentication.encoding(payloadType, payload);
        List<EnvelopeSignature> signatures = keys.stream()
                .map(key -> new EnvelopeSignature(key.verifierKey().toString(), StrictBase64.encode(key.sign(message))))
                .toList();
        return new Envelope(payloadType, payload.clone(), signatures);
    }

    /**
     * Reads an envelope in JSON. Nothing is verified yet. Fields that are not known are passed over, as the specification
     * demands; a field that stands twice is refused.
     *
     * @param document where the bytes are from, as messages should show it
     * @param bytes the JSON
     * @return the envelope
     * @throws ProofException if the bytes are no envelope, or one without signatures or with more than 100
     */
    public static Envelope read(String document, byte[] bytes) {
        return EnvelopeReader.read(document, bytes);
    }

    /**
     * What the envelope says it holds; believed only after {@link #verify}.
     *
     * @return the type
     */
    public String payloadType() {
        return payloadType;
    }

    /**
     * The signatures, checked or not.
     *
     * @return the signatures in their order
     */
    public List<EnvelopeSignature> signatures() {
        return signatures;
    }

    /**
     * Verifies the signatures and opens the envelope. A key counts once, however many signatures it made and under
     * however many names it is known; signatures of unknown keys are passed over.
     *
     * @param document where the envelope is from, as messages should show it
     * @param expectedType the type that the content must have
     * @param keys the keys that are known
     * @param threshold how many of them must have signed, at least 1
     * @return the bytes that were signed; read these, and not the envelope again
     * @throws ProofException if the type is another one or too few of the keys signed
     */
    public byte[] verify(String document, String expectedType, Collection<EnvelopeKey> keys, int threshold) {
        if (threshold < 1) {
            throw new IllegalArgumentException("at least one key must have signed");
        }
        if (!payloadType.equals(expectedType)) {
            throw new ProofException(ProofCode.STATEMENT.in(
                    document,
                    "the envelope holds another type of content than '" + expectedType + "'",
                    "hand in an envelope of this type"));
        }
        byte[] message = PreAuthentication.encoding(payloadType, payload);
        Set<EnvelopeKey> signed = new LinkedHashSet<>();
        for (EnvelopeKey key : new LinkedHashSet<>(keys)) {
            if (signatures.stream().anyMatch(signature -> key.verifies(message, signature.bytes()))) {
                signed.add(key);
            }
        }
        if (signed.size() < threshold) {
            throw new ProofException(ProofCode.THRESHOLD.in(
                    document,
                    signed.size() + " of the known keys signed the envelope, " + threshold + " must have",
                    "ask whoever signed for the public keys, by another way than this envelope"));
        }
        return payload.clone();
    }

    /**
     * The envelope as JSON, on one line.
     *
     * @return its bytes in UTF-8
     */
    public byte[] bytes() {
        StringBuilder json = new StringBuilder("{\"payload\":");
        JsonText.quote(StrictBase64.encode(payload), json);
        json.append(",\"payloadType\":");
        JsonText.quote(payloadType, json);
        String before = ",\"signatures\":[";
        for (EnvelopeSignature signature : signatures) {
            json.append(before).append("{\"keyid\":");
            JsonText.quote(signature.keyId(), json);
            json.append(",\"sig\":");
            JsonText.quote(signature.value(), json);
            json.append('}');
            before = ",";
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
