package dev.soc2.quickstart.acme;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The year of the made-up company, with its working days. Reckoned here on its own, so that what the engine computes is
 * compared with a second way of computing it.
 */
final class AcmeTime {

    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    static final Instant START = midnight(FIRST);
    static final Instant END = midnight(LAST.plusDays(1));
    static final Instant AS_OF = Instant.parse("2026-02-15T05:00:00Z");

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final Set<LocalDate> HOLIDAYS = Stream.of(
                    "2025-01-01",
                    "2025-01-20",
                    "2025-02-17",
                    "2025-05-26",
                    "2025-06-19",
                    "2025-07-04",
                    "2025-09-01",
                    "2025-10-13",
                    "2025-11-11",
                    "2025-11-27",
                    "2025-12-25",
                    "2026-01-01",
                    "2026-01-19")
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private AcmeTime() {}

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    static boolean inPeriod(Instant instant) {
        return !instant.isBefore(START) && instant.isBefore(END);
    }

    static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }

    /** The end of the given number of working days that follow the day of the start. */
    static Instant afterBusinessDays(Instant start, int days) {
        LocalDate day = start.atZone(ZONE).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                left--;
            }
        }
        return midnight(day.plusDays(1));
    }

    /** The instant at which the given hours of open time have gone by. */
    static Instant afterBusinessHours(Instant start, int hours) {
        long left = hours * 3_600L;
        for (LocalDate day = start.atZone(ZONE).toLocalDate(); ; day = day.plusDays(1)) {
            if (!isWorked(day)) {
                continue;
            }
            Instant opens = ZonedDateTime.of(day, OPENS, ZONE).toInstant();
            Instant closes = ZonedDateTime.of(day, CLOSES, ZONE).toInstant();
            Instant from = start.isAfter(opens) ? start : opens;
            long open = from.until(closes, ChronoUnit.SECONDS);
            if (open > 0 && left <= open) {
                return from.plusSeconds(left);
            }
            left -= Math.max(open, 0);
        }
    }
}
