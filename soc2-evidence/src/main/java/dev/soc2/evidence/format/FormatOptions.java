package dev.soc2.evidence.format;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of an import, read one by one. A value that cannot be used is told as a fault at its place, and counts as
 * left out; an option that no call asks for is a fault in the end.
 *
 * <p>Options that every format has are read by whoever runs it and stand for no format to ask: {@code source},
 * {@code window}, {@code extractedAt} and {@code redact}.
 */
public interface FormatOptions {

    /**
     * A text of 1 to 200 characters.
     *
     * @param option name of the option
     * @return the text
     */
    Optional<String> name(String option);

    /**
     * One name or a list of names.
     *
     * @param option name of the option
     * @return the names
     */
    Optional<List<String>> names(String option);

    /**
     * A map of names to names.
     *
     * @param option name of the option
     * @return the pairs, sorted by their keys
     */
    Optional<Map<String, String>> pairs(String option);

    /**
     * True or false.
     *
     * @param option name of the option
     * @return the flag
     */
    Optional<Boolean> flag(String option);

    /**
     * A whole number from 0.
     *
     * @param option name of the option
     * @return the number
     */
    Optional<Integer> number(String option);

    /**
     * A time with an offset.
     *
     * @param option name of the option
     * @return the instant
     */
    Optional<Instant> instant(String option);

    /**
     * A time zone such as {@code Europe/Berlin}.
     *
     * @param option name of the option
     * @return the zone
     */
    Optional<ZoneId> zone(String option);

    /**
     * One of some words, in whatever case.
     *
     * @param option name of the option
     * @param type the words
     * @param <E> their type
     * @return the word
     */
    <E extends Enum<E>> Optional<E> oneOf(String option, Class<E> type);

    /**
     * A file or folder in the engagement folder, which is there.
     *
     * @param option name of the option
     * @return where it lies
     */
    Optional<Path> path(String option);

    /**
     * Tells that an option cannot be used.
     *
     * @param option name of the option
     * @param what what is wrong, a predicate such as {@code "is missing"}
     * @param fix how to mend it
     */
    void refuse(String option, String what, String fix);
}
