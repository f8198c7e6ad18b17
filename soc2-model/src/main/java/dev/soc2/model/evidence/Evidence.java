package dev.soc2.model.evidence;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One fact about a system, a person or a record, with its three times. Append-only by nature: a correction is another
 * record that {@linkplain #supersedes() supersedes} it.
 *
 * <p>Built with {@link #of(String, String, String, Instant, String)}. Equality is by content and leaves
 * {@link #provenance()} out: the same record read from two places is one record.
 *
 * @param id natural key, unique in a source; the same id with other content is refused at ingestion
 * @param type dotted lower-case name such as {@code iam.account.disabled}
 * @param subject whom or what it is about
 * @param occurredAt when it took effect
 * @param observedAt when a collector saw it
 * @param recordedAt when the store received it
 * @param source the system it comes from
 * @param actor the account that did it, when known
 * @param attributes everything else, sorted by name
 * @param attachments files that belong to it
 * @param supersedes id of the record that it replaces
 * @param provenance where the record came from, when it was read from somewhere
 */
public record Evidence(
        String id,
        String type,
        String subject,
        Instant occurredAt,
        Instant observedAt,
        Instant recordedAt,
        String source,
        Optional<String> actor,
        Map<String, AttributeValue> attributes,
        List<Attachment> attachments,
        Optional<String> supersedes,
        Optional<Provenance> provenance) {

    /** The earliest instant that a record may carry. */
    public static final Instant EARLIEST = Instant.parse("1700-01-01T00:00:00Z");

    /** The latest instant that a record may carry. */
    public static final Instant LATEST = Instant.parse("2250-01-01T00:00:00Z");

    private static final int LONGEST_NAME = 1_024;

    /** Checks the invariants. */
    public Evidence {
        requireName("id", id);
        requireName("subject", subject);
        requireName("source", source);
        actor.ifPresent(a -> requireName("actor", a));
        supersedes.ifPresent(s -> requireName("supersedes", s));
        if (type.length() > LONGEST_NAME || !isType(type)) {
            throw new IllegalArgumentException(
                    "a type is a dotted lower-case name such as iam.account.disabled, got '" + shorten(type) + "'");
        }
        requireTime("occurredAt", occurredAt);
        requireTime("observedAt", observedAt);
        requireTime("recordedAt", recordedAt);
        if (supersedes.isPresent() && supersedes.get().equals(id)) {
            throw new IllegalArgumentException("a record does not supersede itself ('" + shorten(id) + "')");
        }
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        attributes.forEach((name, value) -> Objects.requireNonNull(value, name));
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(provenance, "provenance");
    }

    /** Parts with a dot between them; each begins with a letter or a digit, the first with a letter. */
    private static boolean isType(String type) {
        boolean begins = true;
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            if (c == '.' ? begins : !isOfPart(c, begins, i == 0)) {
                return false;
            }
            begins = c == '.';
        }
        return !begins;
    }

    private static boolean isOfPart(char c, boolean begins, boolean first) {
        return (c >= 'a' && c <= 'z') || (!first && c >= '0' && c <= '9') || (!begins && (c == '_' || c == '-'));
    }

    private static void requireName(String what, String value) {
        if (value.isBlank() || value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(what + " is not blank and has at most " + LONGEST_NAME + " characters");
        }
    }

    private static void requireTime(String what, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new IllegalArgumentException(what + " lies between 1700 and 2250, got " + time);
        }
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /**
     * Starts a record with what every record has.
     *
     * @param id natural key
     * @param type dotted lower-case name
     * @param subject whom or what it is about
     * @param occurredAt when it took effect
     * @param source the system it comes from
     * @return a builder
     */
    public static EvidenceBuilder of(String id, String type, String subject, Instant occurredAt, String source) {
        return new EvidenceBuilder(id, type, subject, occurredAt, source);
    }

    /**
     * The value of an attribute.
     *
     * @param name its name
     * @return the value, or empty when the record does not carry it
     */
    public Optional<AttributeValue> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /**
     * The text of an attribute.
     *
     * @param name its name
     * @return the text, or empty when the record does not carry it or carries something else
     */
    public Optional<String> text(String name) {
        return attribute(name)
                .filter(AttributeValue.TextValue.class::isInstance)
                .map(v -> ((AttributeValue.TextValue) v).value());
    }

    /**
     * The same record as received by a store at an instant.
     *
     * @param instant when the store received it
     * @return a copy
     */
    public Evidence recorded(Instant instant) {
        return new Evidence(
                id,
                type,
                subject,
                occurredAt,
                observedAt,
                instant,
                source,
                actor,
                attributes,
                attachments,
                supersedes,
                provenance);
    }

    /** Compares the content; {@link #provenance()} is left out. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence e
                && id.equals(e.id)
                && type.equals(e.type)
                && subject.equals(e.subject)
                && occurredAt.equals(e.occurredAt)
                && observedAt.equals(e.observedAt)
                && recordedAt.equals(e.recordedAt)
                && source.equals(e.source)
                && actor.equals(e.actor)
                && attributes.equals(e.attributes)
                && attachments.equals(e.attachments)
                && supersedes.equals(e.supersedes);
    }

    /** Agrees with {@link #equals(Object)}. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
