package dev.soc2.model.engagement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * When an organisation works: the clock of limits such as {@code 2BD} (business days) and {@code 8BH} (business hours).
 *
 * @param id name by which rules refer to it
 * @param zone zone of its hours and days
 * @param opens local time at which a business day opens
 * @param closes local time at which it closes; after {@code opens}
 * @param days days of the week that are worked; at least one
 * @param holidays local dates that are not worked
 */
public record BusinessCalendar(
        String id, ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> days, Set<LocalDate> holidays) {

    /** Checks the invariants. */
    public BusinessCalendar {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a calendar has an id");
        }
        Objects.requireNonNull(zone, "zone");
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("calendar " + id + " closes at " + closes + ", not after " + opens);
        }
        if (days.isEmpty()) {
            throw new IllegalArgumentException("calendar " + id + " has no business day");
        }
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
    }

    /**
     * Whether a day is worked.
     *
     * @param day a local date in the calendar's zone
     * @return true when its day of the week is worked and it is no holiday
     */
    public boolean isBusinessDay(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
