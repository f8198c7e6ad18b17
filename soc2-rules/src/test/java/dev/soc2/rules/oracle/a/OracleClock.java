package dev.soc2.rules.oracle.a;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Set;

/** Adds a written time, on its own clock, in New York. */
final class OracleClock {

    /** A holiday on a Friday, one on a Monday after the clocks went forward, one on the leap day. */
    static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2025, 7, 4), LocalDate.of(2025, 3, 10), LocalDate.of(2024, 2, 29), LocalDate.of(2025, 1, 1));

    private OracleClock() {}

    static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }

    static Instant add(Instant start, String written) {
        ZonedDateTime local = start.atZone(OracleCase.ZONE);
        if (written.endsWith("BD")) {
            int days = Integer.parseInt(written.substring(0, written.length() - 2));
            LocalDate day = local.toLocalDate();
            while (days > 0) {
                day = day.plusDays(1);
                days -= isBusinessDay(day) ? 1 : 0;
            }
            return day.plusDays(1).atStartOfDay(OracleCase.ZONE).toInstant();
        }
        if (written.endsWith("BH")) {
            return addOpenTime(local, Duration.ofHours(Long.parseLong(written.substring(0, written.length() - 2))));
        }
        return written.startsWith("PT")
                ? start.plus(Duration.parse(written))
                : local.plus(Period.parse(written)).toInstant();
    }

    /** The same clock backwards, for elapsed and calendar time. */
    static Instant before(Instant end, String written) {
        return written.startsWith("PT")
                ? end.minus(Duration.parse(written))
                : end.atZone(OracleCase.ZONE).minus(Period.parse(written)).toInstant();
    }

    private static Instant addOpenTime(ZonedDateTime start, Duration open) {
        Duration left = open;
        for (LocalDate day = start.toLocalDate(); ; day = day.plusDays(1)) {
            if (!isBusinessDay(day)) {
                continue;
            }
            Instant opening = day.atTime(9, 0).atZone(OracleCase.ZONE).toInstant();
            Instant closing = day.atTime(17, 0).atZone(OracleCase.ZONE).toInstant();
            Instant from = start.toInstant().isAfter(opening) ? start.toInstant() : opening;
            Duration today = from.isBefore(closing) ? Duration.between(from, closing) : Duration.ZERO;
            if (!today.isZero() && left.compareTo(today) <= 0) {
                return from.plus(left);
            }
            left = left.minus(today);
        }
    }
}
