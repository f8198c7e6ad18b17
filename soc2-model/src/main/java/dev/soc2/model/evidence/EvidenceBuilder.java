package dev.soc2.model.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of an {@link Evidence} record. Not thread-safe; a built record is.
 *
 * <p>Defaults: observed when it occurred, recorded when it was observed, no actor, no attributes.
 */
public final class EvidenceBuilder {

    private final String id;
    private final String type;
    private final String subject;
    private final Instant occurredAt;
    private final String source;
    private @Nullable Instant observedAt;
    private @Nullable Instant recordedAt;
    private Optional<String> actor = Optional.empty();
    private final Map<String, AttributeValue> attributes = new TreeMap<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private Optional<String> supersedes = Optional.empty();
    private Optional<Provenance> provenance = Optional.empty();

    EvidenceBuilder(String id, String type, String subject, Instant occurredAt, String source) {
        this.id = id;
        this.type = type;
        this.subject = subject;
        this.occurredAt = occurredAt;
        this.source = source;
    }

    /**
     * Sets when a collector saw it.
     *
     * @param instant the instant
     * @return this builder
     */
    public EvidenceBuilder observedAt(Instant instant) {
        observedAt = instant;
        return this;
    }

    /**
     * Sets when the store received it.
     *
     * @param instant the instant
     * @return this builder
     */
    public EvidenceBuilder recordedAt(Instant instant) {
        recordedAt = instant;
        return this;
    }

    /**
     * Sets who did it.
     *
     * @param account the account
     * @return this builder
     */
    public EvidenceBuilder actor(String account) {
        actor = Optional.of(account);
        return this;
    }

    /**
     * Adds an attribute.
     *
     * @param name its name
     * @param value its value
     * @return this builder
     */
    public EvidenceBuilder with(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    /**
     * Adds a text.
     *
     * @param name name of the attribute
     * @param value the text
     * @return this builder
     */
    public EvidenceBuilder with(String name, String value) {
        return with(name, AttributeValue.of(value));
    }

    /**
     * Adds a whole number.
     *
     * @param name name of the attribute
     * @param value the number
     * @return this builder
     */
    public EvidenceBuilder with(String name, long value) {
        return with(name, AttributeValue.of(value));
    }

    /**
     * Adds an exact number.
     *
     * @param name name of the attribute
     * @param value the number
     * @return this builder
     */
    public EvidenceBuilder with(String name, BigDecimal value) {
        return with(name, AttributeValue.of(value));
    }

    /**
     * Adds a flag.
     *
     * @param name name of the attribute
     * @param value true or false
     * @return this builder
     */
    public EvidenceBuilder with(String name, boolean value) {
        return with(name, AttributeValue.of(value));
    }

    /**
     * Adds a list of texts.
     *
     * @param name name of the attribute
     * @param values the texts
     * @return this builder
     */
    public EvidenceBuilder with(String name, List<String> values) {
        return with(name, AttributeValue.texts(values));
    }

    /**
     * Adds a file that belongs to the record.
     *
     * @param attachment the file
     * @return this builder
     */
    public EvidenceBuilder attachment(Attachment attachment) {
        attachments.add(attachment);
        return this;
    }

    /**
     * Names the record that this one replaces.
     *
     * @param replaced id of that record
     * @return this builder
     */
    public EvidenceBuilder supersedes(String replaced) {
        supersedes = Optional.of(replaced);
        return this;
    }

    /**
     * Says where the record came from.
     *
     * @param from file, line, digest and importer
     * @return this builder
     */
    public EvidenceBuilder provenance(Provenance from) {
        provenance = Optional.of(from);
        return this;
    }

    /**
     * Builds the record.
     *
     * @return an immutable record
     * @throws IllegalArgumentException if a part has no place in a record, such as a blank id
     */
    public Evidence build() {
        Instant observed = observedAt == null ? occurredAt : observedAt;
        Instant recorded = recordedAt == null ? observed : recordedAt;
        return new Evidence(
                id,
                type,
                subject,
                occurredAt,
                observed,
                recorded,
                source,
                actor,
                attributes,
                attachments,
                supersedes,
                provenance);
    }
}
