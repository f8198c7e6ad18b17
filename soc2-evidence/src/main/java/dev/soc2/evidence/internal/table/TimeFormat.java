package dev.soc2.evidence.internal.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** How a column writes times: ISO-8601, seconds or milliseconds since 1970, or a pattern with English names. */
final class TimeFormat {

    static final TimeFormat ISO = new TimeFormat("ISO-8601", Kind.ISO, DateTimeFormatter.ISO_DATE_TIME);

    /** Options in a pattern are read in each other, so that a long one would take the stack of a thread. */
    private static final int LONGEST_PATTERN = 200;

    private enum Kind {
        ISO,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        PATTERN
    }

    private final String name;
    private final Kind kind;
    private final DateTimeFormatter formatter;

    private TimeFormat(String name, Kind kind, DateTimeFormatter formatter) {
        this.name = name;
        this.kind = kind;
        this.formatter = formatter;
    }

    static TimeFormat of(String pattern) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException("the pattern has more than " + LONGEST_PATTERN + " characters");
        }
        String word = pattern.toUpperCase(Locale.ROOT).replace('-', '_');
        if (word.equals("EPOCH_SECONDS") || word.equals("EPOCH_MILLIS")) {
            return new TimeFormat(word, Kind.valueOf(word), DateTimeFormatter.ISO_DATE_TIME);
        }
        if (letters(pattern).contains("y") && !letters(pattern).contains("G")) {
            throw new IllegalArgumentException("the pattern writes the year as 'y', which needs an era");
        }
        try {
            return new TimeFormat(
                    pattern,
                    Kind.PATTERN,
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(pattern)
                            .toFormatter(Locale.ENGLISH)
                            .withChronology(IsoChronology.INSTANCE)
                            .withResolverStyle(ResolverStyle.STRICT));
        } catch (IllegalArgumentException | ClassCastException e) {
            // The platform stumbles over a pad before neighbouring numbers, as in peuu.
            throw new IllegalArgumentException("this is no pattern of a date or time", e);
        }
    }

    /** What the message of a cell that does not fit names. */
    String name() {
        return name;
    }

    /** Whether its texts name an offset or zone by themselves; ISO texts may. */
    boolean mayHaveOffset() {
        return kind != Kind.PATTERN || letters(name).matches(".*[XxZVzO].*");
    }

    /** Whether its texts may have a time of day. */
    boolean mayHaveTime() {
        return kind != Kind.PATTERN || letters(name).matches(".*[HhKkAnN].*");
    }

    /**
     * The instant that a text means.
     *
     * @throws DateTimeException if the text does not fit, or lacks a zone or a time that nobody supplies
     */
    Instant read(String text, Optional<ZoneId> zone, Optional<DayPoint> at) {
        return switch (kind) {
            case EPOCH_SECONDS -> Instant.ofEpochSecond(number(text));
            case EPOCH_MILLIS -> Instant.ofEpochMilli(number(text));
            case ISO, PATTERN -> resolve(parse(text), zone, at);
        };
    }

    private TemporalAccessor parse(String text) {
        if (kind == Kind.PATTERN) {
            return formatter.parseBest(
                    text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        }
        return text.length() == "2025-01-01".length()
                ? LocalDate.parse(text)
                : formatter.parseBest(text.replace(' ', 'T'), ZonedDateTime::from, LocalDateTime::from);
    }

    private static Instant resolve(TemporalAccessor read, Optional<ZoneId> zone, Optional<DayPoint> at) {
        if (read instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (read instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        ZoneId local = zone.orElseThrow(() -> new DateTimeException("no zone"));
        if (read instanceof LocalDateTime time) {
            return time.atZone(local).toInstant();
        }
        return at.orElseThrow(() -> new DateTimeException("no time of day")).on(LocalDate.from(read), local);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new DateTimeException("no number", e);
        }
    }

    /** A pattern without its quoted literals. */
    private static String letters(String pattern) {
        return pattern.replaceAll("'[^']*'", "");
    }
}
