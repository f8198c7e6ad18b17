package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.timeline.Nanos;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;

/** Reads times that stand as text inside attributes. */
final class Instants {

    /** An instant after which nothing exists. */
    final long asOf;

    /** The zone in which a date is a day. */
    final ZoneId zone;

    Instants(long asOf, ZoneId zone) {
        this.asOf = asOf;
        this.zone = zone;
    }

    /** The instant of a text with an offset or of a date, whose first or last instant is meant; empty when unreadable. */
    static OptionalLong read(Object value, ZoneId zone, boolean endOfDay) {
        if (value instanceof Instant instant) {
            return OptionalLong.of(Nanos.of(instant));
        }
        if (!(value instanceof String text)) {
            return OptionalLong.empty();
        }
        try {
            if (text.length() == 10) {
                LocalDate date = LocalDate.parse(text);
                return OptionalLong.of(endOfDay ? startOf(date.plusDays(1), zone) - 1 : startOf(date, zone));
            }
            return OptionalLong.of(Nanos.of(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            // Unreadable is an answer here: the caller says which field of which item it is.
            return OptionalLong.empty();
        }
    }

    /** The end of a window that a date or an instant closes; a date includes its day. */
    static OptionalLong readEnd(Object value, ZoneId zone) {
        OptionalLong instant = read(value, zone, true);
        boolean date = value instanceof String text && text.length() == 10;
        return instant.isPresent() && date ? OptionalLong.of(instant.getAsLong() + 1) : instant;
    }

    static long startOf(LocalDate date, ZoneId zone) {
        return Nanos.of(date.atStartOfDay(zone).toInstant());
    }

    LocalDate dateOf(long nanos) {
        return Nanos.instant(nanos).atZone(zone).toLocalDate();
    }
}
