package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.EffectiveDates;
import java.time.LocalDate;

/**
 * Days on a calendar, half-open: a report from 1 October to 30 September ends on 1 October.
 *
 * @param from first day
 * @param to day after the last one
 */
record LocalDays(LocalDate from, LocalDate to) {

    /** No days at all. */
    static final LocalDays NONE = new LocalDays(LocalDate.EPOCH, LocalDate.EPOCH);

    static LocalDays of(EffectiveDates dates) {
        return new LocalDays(
                dates.from().orElse(LocalDate.of(1, 1, 1)),
                dates.to().map(day -> day.plusDays(1)).orElse(LocalDate.of(9999, 12, 31)));
    }

    long count() {
        return Math.max(0, to.toEpochDay() - from.toEpochDay());
    }

    LocalDays intersect(LocalDays other) {
        return new LocalDays(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }
}
