package dev.soc2.evidence.internal.register;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a snapshot was taken: at one instant, or, where only the day is known, at some instant of it.
 *
 * @param earliest the first instant at which it may have been taken
 * @param latest the last one; what the snapshot shows was so at this instant at the latest
 * @param text as it was written
 */
record SnapshotTime(Instant earliest, Instant latest, String text) {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{2})[-:]?(\\d{2})[-:]?(\\d{2})Z)?");

    /** A time with an offset. */
    static Optional<SnapshotTime> of(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text.strip()).toInstant();
            return Optional.of(new SnapshotTime(instant, instant, text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first day or time in a file's name, such as {@code users-2025-01-31.json} or {@code 2025-01-31T04-00-00Z}. */
    static Optional<SnapshotTime> ofName(String name, Optional<ZoneId> zone) {
        Matcher found = DAY.matcher(name);
        if (!found.find()) {
            return Optional.empty();
        }
        if (found.group(2) != null) {
            return of(found.group(1) + "T" + found.group(2) + ":" + found.group(3) + ":" + found.group(4) + "Z");
        }
        try {
            LocalDate day = LocalDate.parse(found.group(1));
            return zone.map(known -> new SnapshotTime(
                    day.atStartOfDay(known).toInstant(),
                    day.plusDays(1).atStartOfDay(known).toInstant().minusMillis(1),
                    found.group(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
