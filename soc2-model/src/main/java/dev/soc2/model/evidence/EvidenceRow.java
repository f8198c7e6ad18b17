package dev.soc2.model.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * A record as a fast source shows it while it scans: read where it lies, field by field, without an object for the whole
 * of it. It is good until the call that hands it over returns; whoever wants to keep it takes {@link #evidence()}.
 */
public interface EvidenceRow {

    /**
     * The id.
     *
     * @return as {@link Evidence#id()}
     */
    String id();

    /**
     * The type.
     *
     * @return as {@link Evidence#type()}
     */
    String type();

    /**
     * Whom or what it is about.
     *
     * @return as {@link Evidence#subject()}
     */
    String subject();

    /**
     * The system it comes from.
     *
     * @return as {@link Evidence#source()}
     */
    String source();

    /**
     * Who did it.
     *
     * @return as {@link Evidence#actor()}
     */
    Optional<String> actor();

    /**
     * When it took effect.
     *
     * @return as {@link Evidence#occurredAt()}
     */
    Instant occurredAt();

    /**
     * When a collector saw it.
     *
     * @return as {@link Evidence#observedAt()}
     */
    Instant observedAt();

    /**
     * When the store received it.
     *
     * @return as {@link Evidence#recordedAt()}
     */
    Instant recordedAt();

    /**
     * The record that it replaces.
     *
     * @return as {@link Evidence#supersedes()}
     */
    Optional<String> supersedes();

    /**
     * An attribute.
     *
     * @param name name of the attribute
     * @return its value, if the record has it
     */
    Optional<AttributeValue> attribute(String name);

    /**
     * The digest of the record: SHA-256 of its canonical line.
     *
     * @return 32 bytes, the caller's own
     */
    byte[] digest();

    /**
     * The record itself.
     *
     * @return a value that may be kept
     */
    Evidence evidence();
}
