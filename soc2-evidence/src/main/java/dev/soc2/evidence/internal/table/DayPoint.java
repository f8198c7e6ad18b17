package dev.soc2.evidence.internal.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * The instant that a day without a time stands for, in some zone.
 *
 * @param time the local time; nothing for the last instant of the day, one nanosecond before the next day begins
 */
record DayPoint(Optional<LocalTime> time) {

    static final DayPoint END_OF_DAY = new DayPoint(Optional.empty());

    static DayPoint of(String text) {
        String word = text.toUpperCase(Locale.ROOT).replace('-', '_');
        if (word.equals("END_OF_DAY")) {
            return END_OF_DAY;
        }
        if (word.equals("START_OF_DAY")) {
            return new DayPoint(Optional.of(LocalTime.MIDNIGHT));
        }
        try {
            return new DayPoint(Optional.of(LocalTime.parse(text)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("this is no time of day", e);
        }
    }

    /** A day may begin after midnight, where clocks are put forward then. */
    Instant on(LocalDate day, ZoneId zone) {
        if (time.isEmpty()) {
            return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        }
        LocalTime local = time.get();
        return local.equals(LocalTime.MIDNIGHT)
                ? day.atStartOfDay(zone).toInstant()
                : day.atTime(local).atZone(zone).toInstant();
    }
}
