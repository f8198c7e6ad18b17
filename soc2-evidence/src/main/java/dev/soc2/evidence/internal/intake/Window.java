package dev.soc2.evidence.internal.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The interval that an export covers, end excluded, with the text that states it.
 *
 * @param from the start as a population record states it
 * @param to the end as a population record states it; a day includes that day
 * @param start the start; of days without a zone, as if they were days in UTC
 * @param end the end, likewise
 * @param isExact false for days without a zone: which rows lie inside is then for the engagement's zone to say
 */
public record Window(String from, String to, Instant start, Instant end, boolean isExact) {

    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window begins before it ends, got " + from + " to " + to);
        }
    }

    public static Window of(Instant start, Instant end) {
        return new Window(start.toString(), end.toString(), start, end, true);
    }

    /** Both days included. */
    public static Window ofDays(LocalDate first, LocalDate last, Optional<ZoneId> zone) {
        Instant start = first.atStartOfDay(zone.orElse(ZoneOffset.UTC)).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone.orElse(ZoneOffset.UTC)).toInstant();
        return zone.isPresent() ? of(start, end) : new Window(first.toString(), last.toString(), start, end, false);
    }

    /** From the first to the last instant seen. The end is excluded, hence the nanosecond behind the last. */
    static Window seen(Instant first, Instant last) {
        return of(first, last.plusNanos(1));
    }

    boolean covers(Instant time) {
        return !isExact || (!time.isBefore(start) && time.isBefore(end));
    }

    boolean overlaps(Window other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    Window span(Window other) {
        boolean mineFirst = !other.start.isBefore(start);
        boolean mineLast = !end.isBefore(other.end);
        return new Window(
                mineFirst ? from : other.from,
                mineLast ? to : other.to,
                mineFirst ? start : other.start,
                mineLast ? end : other.end,
                isExact && other.isExact);
    }
}
