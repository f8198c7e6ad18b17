package dev.soc2.model.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The days a Type II examination covers, both ends included, in one time zone.
 *
 * <p>An event belongs to the period when its local date in {@link #zone()} lies between the ends; as instants the
 * period is half-open, from {@link #start()} up to but not including {@link #end()}.
 *
 * <pre>{@code
 * var h1 = ExaminationPeriod.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), ZoneOffset.UTC);
 * h1.lengthInDays();   // 181
 * }</pre>
 *
 * @param firstDay first day covered
 * @param lastDay last day covered; not before {@code firstDay}
 * @param zone zone in which days begin and end
 */
public record ExaminationPeriod(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {

    /** Checks the invariants. */
    public ExaminationPeriod {
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(zone, "zone");
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day " + lastDay + " is before the first day " + firstDay);
        }
        if (firstDay.getYear() < 1900 || lastDay.getYear() > 2200) {
            throw new IllegalArgumentException(
                    "a period lies between 1900 and 2200, got " + firstDay + " to " + lastDay);
        }
    }

    /**
     * A period.
     *
     * @param firstDay first day covered
     * @param lastDay last day covered
     * @param zone zone in which days begin and end
     * @return the period
     * @throws IllegalArgumentException if {@code lastDay} is before {@code firstDay}
     */
    public static ExaminationPeriod of(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
        return new ExaminationPeriod(firstDay, lastDay, zone);
    }

    /**
     * The instant at which the first day begins.
     *
     * @return the start, which belongs to the period
     */
    public Instant start() {
        return firstDay.atStartOfDay(zone).toInstant();
    }

    /**
     * The instant at which the last day has ended.
     *
     * @return the end, which does not belong to the period
     */
    public Instant end() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * The number of days covered.
     *
     * @return at least 1
     */
    public long lengthInDays() {
        return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }

    /**
     * Whether an instant lies inside.
     *
     * @param instant any instant
     * @return true from the start up to but not including the end
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }
}
