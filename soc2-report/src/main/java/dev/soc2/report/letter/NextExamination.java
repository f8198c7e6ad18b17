package dev.soc2.report.letter;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The examination that comes next.
 *
 * @param firstDay first day of its period
 * @param lastDay last day of its period, included
 * @param expected when its report is expected; empty when that is not known
 */
public record NextExamination(LocalDate firstDay, LocalDate lastDay, Optional<LocalDate> expected) {

    /** Checks the invariants. */
    public NextExamination {
        Objects.requireNonNull(expected, "expected");
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day " + lastDay + " is before the first day " + firstDay);
        }
    }
}
