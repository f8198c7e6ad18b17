package dev.soc2.report.letter;

import java.time.LocalDate;

/**
 * The last report of a service auditor.
 *
 * @param firm who issued it
 * @param firstDay first day of its period
 * @param lastDay last day of its period, included
 */
public record LastReport(String firm, LocalDate firstDay, LocalDate lastDay) {

    /** Checks the invariants. */
    public LastReport {
        if (firm.isBlank()) {
            throw new IllegalArgumentException("a report was issued by somebody");
        }
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the last day " + lastDay + " is before the first day " + firstDay);
        }
    }
}
