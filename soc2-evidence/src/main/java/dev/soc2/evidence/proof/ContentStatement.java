package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.dsse.JsonValues;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.model.document.tree.JsonText;
import dev.soc2.model.evidence.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a collector says about content that it names by digest: a statement of the
 * <a href="https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md">in-toto attestation framework</a>,
 * version 1. Travels in an {@link Envelope}.
 *
 * @param subjects the content, at least one
 * @param predicateType what kind of things are said; a URI
 * @param predicate what is said, by name; sorted after construction
 */
public record ContentStatement(
        List<StatementSubject> subjects, String predicateType, Map<String, AttributeValue> predicate) {

    /** Type of an envelope that holds a statement. */
    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    /** What a statement of version 1 calls itself. */
    static final String TYPE = "https://in-toto.io/Statement/v1";

    /** Checks the invariants. */
    public ContentStatement {
        subjects = List.copyOf(subjects);
        predicate = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(predicate)));
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a statement speaks of at least one content");
        }
        if (predicateType.isEmpty() || !KeyNames.isUnicode(predicateType)) {
            throw new IllegalArgumentException("a statement says of which type it is");
        }
    }

    /**
     * Opens an envelope and reads the statement in it.
     *
     * @param document where the envelope is from, as messages should show it
     * @param envelope the envelope
     * @param predicateType the type that the statement must have
     * @param keys the keys that are known
     * @param threshold how many of them must have signed, at least 1
     * @return the statement
     * @throws ProofException if too few of the keys signed, or the content is no statement of this type
     */
    public static ContentStatement verify(
            String document, Envelope envelope, String predicateType, Collection<EnvelopeKey> keys, int threshold) {
        byte[] payload = envelope.verify(document, PAYLOAD_TYPE, keys, threshold);
        ContentStatement statement = StatementReader.read(document, payload);
        if (!statement.predicateType().equals(predicateType)) {
            throw new ProofException(ProofCode.STATEMENT.in(
                    document,
                    "the statement is of another type than '" + predicateType + "'",
                    "hand in a statement of this type"));
        }
        return statement;
    }

    /**
     * Refuses content that the statement does not speak of.
     *
     * @param document where the content is from, as messages should show it
     * @param sha256 SHA-256 of the content
     * @throws ProofException if none of the subjects has this digest
     */
    public void requireSubject(String document, String sha256) {
        if (subjects.stream().noneMatch(subject -> subject.sha256().equals(sha256))) {
            throw new ProofException(ProofCode.SUBJECT.in(
                    document,
                    "the statement does not speak of content with the digest " + sha256,
                    "the content was changed, or the statement belongs to another one"));
        }
    }

    /**
     * Signs the statement.
     *
     * @param keys the keys to sign with, at least one
     * @return the envelope with the statement
     */
    public Envelope sign(List<SigningKey> keys) {
        return Envelope.sign(PAYLOAD_TYPE, bytes(), keys);
    }

    /**
     * The statement as JSON on one line, with its fields in a fixed order.
     *
     * @return its bytes in UTF-8
     */
    public byte[] bytes() {
        StringBuilder json = new StringBuilder("{\"_type\":\"" + TYPE + "\",\"subject\":");
        String before = "[";
        for (StatementSubject subject : subjects) {
            json.append(before).append("{\"name\":");
            JsonText.quote(subject.name(), json);
            json.append(",\"digest\":{\"sha256\":\"").append(subject.sha256()).append("\"}}");
            before = ",";
        }
        json.append("],\"predicateType\":");
        JsonText.quote(predicateType, json);
        json.append(",\"predicate\":");
        JsonValues.write(predicate, json);
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }
}
