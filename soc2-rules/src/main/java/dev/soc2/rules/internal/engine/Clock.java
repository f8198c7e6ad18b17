package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.TimeAmount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Adds limits to instants. Elapsed time runs on the time line; calendar time keeps the local time of day, gaps and
 * overlaps decided as {@link ZonedDateTime#plus(java.time.temporal.TemporalAmount)} does; business days end at the
 * midnight after the last of them; business hours count open time only, begin at the next opening when started outside,
 * and end at a closing when they just fit.
 */
final class Clock {

    private static final int LONGEST_PAUSE_IN_DAYS = 3_660;

    private final ZoneId zone;
    private final Optional<BusinessCalendar> calendar;

    Clock(ZoneId zone, Optional<BusinessCalendar> calendar) {
        this.zone = zone;
        this.calendar = calendar;
    }

    long plus(long start, TimeAmount amount) {
        Instant instant = Nanos.instant(start);
        return Nanos.of(amount.match(
                instant::plus,
                period -> instant.atZone(zone).plus(period).toInstant(),
                days -> endOfBusinessDay(instant, days),
                hours -> afterBusinessHours(instant, Duration.ofHours(hours))));
    }

    ZoneId zone() {
        return zone;
    }

    BusinessCalendar business() {
        return calendar.orElseThrow(() -> new IllegalStateException("a business limit was planned without a calendar"));
    }

    private Instant endOfBusinessDay(Instant start, int days) {
        BusinessCalendar business = business();
        LocalDate day = start.atZone(business.zone()).toLocalDate();
        for (int left = days; left > 0; left--) {
            day = nextBusinessDay(business, day.plusDays(1));
        }
        return day.plusDays(1).atStartOfDay(business.zone()).toInstant();
    }

    Instant afterBusinessHours(Instant start, Duration hours) {
        BusinessCalendar business = business();
        ZonedDateTime now = start.atZone(business.zone());
        LocalDate day = now.toLocalDate();
        LocalTime time = now.toLocalTime();
        if (!business.isBusinessDay(day) || !time.isBefore(business.closes())) {
            day = nextBusinessDay(business, business.isBusinessDay(day) ? day.plusDays(1) : day);
            time = business.opens();
        } else if (time.isBefore(business.opens())) {
            time = business.opens();
        }
        ZonedDateTime at = day.atTime(time).atZone(business.zone());
        Duration left = hours;
        while (true) {
            ZonedDateTime closing = day.atTime(business.closes()).atZone(business.zone());
            Duration open = Duration.between(at, closing);
            if (left.compareTo(open) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(open);
            day = nextBusinessDay(business, day.plusDays(1));
            at = day.atTime(business.opens()).atZone(business.zone());
        }
    }

    static LocalDate nextBusinessDay(BusinessCalendar business, LocalDate from) {
        LocalDate day = from;
        for (int i = 0; i < LONGEST_PAUSE_IN_DAYS; i++) {
            if (business.isBusinessDay(day)) {
                return day;
            }
            day = day.plusDays(1);
        }
        throw new IllegalArgumentException(
                "calendar '" + business.id() + "' has no business day in the ten years from " + from);
    }
}
