package dev.soc2.rules.custom;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A record as a rule in Java sees it. Implemented by the engine; of use while the timeline it came with is evaluated.
 *
 * <p>An absent field is empty, and so is one of another kind than is asked for. Empty is no value: two records that both
 * lack a field do not agree on it.
 */
public interface Entry {

    /**
     * Id of the record.
     *
     * @return the id
     */
    String id();

    /**
     * Its evidence type.
     *
     * @return such as {@code change.merged}
     */
    String type();

    /**
     * Whom or what it is about.
     *
     * @return the subject
     */
    String subject();

    /**
     * Who did it.
     *
     * @return the person behind the actor, or empty when the record names none
     */
    Optional<String> actor();

    /**
     * The system it comes from.
     *
     * @return the source
     */
    String source();

    /**
     * When it took effect.
     *
     * @return the instant
     */
    Instant at();

    /**
     * When a collector saw it.
     *
     * @return the instant
     */
    Instant observedAt();

    /**
     * A field as text.
     *
     * @param field such as {@code attributes.system}
     * @return the text, or empty
     * @throws IllegalArgumentException if the rule does not need the field
     */
    Optional<String> text(String field);

    /**
     * A field as a list of texts; one text is a list of one.
     *
     * @param field such as {@code attributes.reviewers}
     * @return the texts, or empty when it is absent or holds something else
     * @throws IllegalArgumentException if the rule does not need the field
     */
    Optional<List<String>> texts(String field);

    /**
     * A field as an exact number, without zeros at its end, so that equal numbers are equal.
     *
     * @param field such as {@code attributes.total}
     * @return the number, or empty
     * @throws IllegalArgumentException if the rule does not need the field
     */
    Optional<BigDecimal> decimal(String field);

    /**
     * A field as a flag.
     *
     * @param field such as {@code attributes.emergency}
     * @return the flag, or empty
     * @throws IllegalArgumentException if the rule does not need the field
     */
    Optional<Boolean> flag(String field);

    /**
     * A field as the time at which something happened. What lies after the instant of the assessment has not happened
     * and is empty; a date stands for its first instant in the zone of the engagement.
     *
     * @param field such as {@code attributes.approvedAt}
     * @return the instant, or empty
     * @throws IllegalArgumentException if the rule does not need the field
     */
    Optional<Instant> time(String field);

    /**
     * A field as a time by which something is due, which may lie in the future; a date stands for its last instant.
     *
     * @param field such as {@code attributes.dueAt}
     * @return the instant, or empty
     * @throws IllegalArgumentException if the rule does not need the field
     */
    Optional<Instant> deadline(String field);
}
