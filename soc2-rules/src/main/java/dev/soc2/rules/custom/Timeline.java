package dev.soc2.rules.custom;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The visible records of one key, in order of time, ties by id; and what a rule may know of time. Implemented by the
 * engine.
 *
 * <p>Records from before the window and, for a window that has ended, from after it are there too: earlier ones tell the
 * last known state, later ones may answer what began inside.
 */
public interface Timeline {

    /**
     * The values of the key fields.
     *
     * @return the key; empty when all records form one timeline
     */
    List<String> key();

    /**
     * First instant of the window.
     *
     * @return the instant
     */
    Instant from();

    /**
     * Instant after the last one of the window.
     *
     * @return the instant
     */
    Instant to();

    /**
     * The instant of the assessment: nothing later exists, and what is due later is not due yet.
     *
     * @return the instant
     */
    Instant asOf();

    /**
     * The zone in which days begin and end.
     *
     * @return the zone of the engagement
     */
    ZoneId zone();

    /**
     * The items of this key: records of the population inside the window. Each is owed one outcome.
     *
     * @return items in order
     */
    List<Entry> items();

    /**
     * Every record of this key.
     *
     * @return records in order
     */
    List<Entry> entries();

    /**
     * The records of a type, over all visible time.
     *
     * @param type an evidence type that the rule needs
     * @return records in order
     * @throws IllegalArgumentException if the rule does not need the type
     */
    List<Entry> of(String type);

    /**
     * The first record of a type that is not earlier than another record, and not that record itself.
     *
     * @param entry the record to start from
     * @param type an evidence type that the rule needs
     * @return the record, or empty
     * @throws IllegalArgumentException if the rule does not need the type
     */
    Optional<Entry> firstAfter(Entry entry, String type);

    /**
     * As {@link #firstAfter(Entry, String)}, no later than a limit: on the limit is in time.
     *
     * @param entry the record to start from
     * @param type an evidence type that the rule needs
     * @param within the limit
     * @return the record, or empty
     * @throws IllegalArgumentException if the rule does not need the type
     */
    Optional<Entry> firstAfter(Entry entry, String type, Duration within);

    /**
     * The last record of a type that is not later than another record, and not that record itself.
     *
     * @param entry the record to start from
     * @param type an evidence type that the rule needs
     * @return the record, or empty
     * @throws IllegalArgumentException if the rule does not need the type
     */
    Optional<Entry> lastBefore(Entry entry, String type);

    /**
     * The records of a type in a half-open interval.
     *
     * @param start first instant
     * @param end instant after the last one
     * @param type an evidence type that the rule needs
     * @return records in order
     * @throws IllegalArgumentException if the rule does not need the type
     */
    List<Entry> between(Instant start, Instant end, String type);
}
