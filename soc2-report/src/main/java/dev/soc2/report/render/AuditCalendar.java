package dev.soc2.report.render;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days of an audit project that no engagement says: they are agreed with the service auditor. A day that is not
 * agreed is shown as not set and never guessed.
 *
 * <pre>{@code
 * AuditCalendar.NOT_SET.fieldworkStart(LocalDate.of(2026, 1, 19)).reportDate(LocalDate.of(2026, 3, 2));
 * }</pre>
 *
 * @param readiness day by which the gaps of the readiness phase are to be closed
 * @param interim day of an interim look inside the period
 * @param fieldworkStart first day on which the service auditor tests
 * @param fieldworkEnd last day on which the service auditor tests
 * @param reportDate day that the report shall carry
 */
public record AuditCalendar(
        Optional<LocalDate> readiness,
        Optional<LocalDate> interim,
        Optional<LocalDate> fieldworkStart,
        Optional<LocalDate> fieldworkEnd,
        Optional<LocalDate> reportDate) {

    /** Nothing is agreed yet. */
    public static final AuditCalendar NOT_SET =
            new AuditCalendar(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** Checks that the days follow each other. */
    public AuditCalendar {
        Stream.of(readiness, interim, fieldworkStart, fieldworkEnd, reportDate)
                .flatMap(Optional::stream)
                .filter(day -> day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)
                .findFirst()
                .ifPresent(day -> {
                    throw new IllegalArgumentException(
                            "a day of an audit lies between " + FIRST_YEAR + " and " + LAST_YEAR + ", got " + day);
                });
        List<LocalDate> agreed = Stream.of(fieldworkStart, fieldworkEnd, reportDate)
                .flatMap(Optional::stream)
                .toList();
        for (int i = 1; i < agreed.size(); i++) {
            if (agreed.get(i).isBefore(agreed.get(i - 1))) {
                throw new IllegalArgumentException("fieldwork starts, then ends, then the report is dated; got "
                        + agreed.get(i - 1) + " before " + agreed.get(i));
            }
        }
    }

    /**
     * Sets the day by which the gaps of the readiness phase are to be closed.
     *
     * @param day the day
     * @return a copy
     */
    public AuditCalendar readiness(LocalDate day) {
        return new AuditCalendar(set(day), interim, fieldworkStart, fieldworkEnd, reportDate);
    }

    /**
     * Sets the day of an interim look.
     *
     * @param day a day of the period
     * @return a copy
     */
    public AuditCalendar interim(LocalDate day) {
        return new AuditCalendar(readiness, set(day), fieldworkStart, fieldworkEnd, reportDate);
    }

    /**
     * Sets the first day of fieldwork.
     *
     * @param day the day
     * @return a copy
     */
    public AuditCalendar fieldworkStart(LocalDate day) {
        return new AuditCalendar(readiness, interim, set(day), fieldworkEnd, reportDate);
    }

    /**
     * Sets the last day of fieldwork.
     *
     * @param day the day; not before the first
     * @return a copy
     */
    public AuditCalendar fieldworkEnd(LocalDate day) {
        return new AuditCalendar(readiness, interim, fieldworkStart, set(day), reportDate);
    }

    /**
     * Sets the day of the report.
     *
     * @param day the day; not before fieldwork ends
     * @return a copy
     */
    public AuditCalendar reportDate(LocalDate day) {
        return new AuditCalendar(readiness, interim, fieldworkStart, fieldworkEnd, set(day));
    }

    private static Optional<LocalDate> set(LocalDate day) {
        return Optional.of(Objects.requireNonNull(day, "day"));
    }
}
