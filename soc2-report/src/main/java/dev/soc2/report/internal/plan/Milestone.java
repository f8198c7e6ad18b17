package dev.soc2.report.internal.plan;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.report.render.AuditCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A day of an audit project, and what is due on it; without a day when nobody agreed on one.
 *
 * @param kind what is due
 * @param day the day
 */
record Milestone(Kind kind, Optional<LocalDate> day) {

    /**
     * How long readers go on accepting a report before they ask for the next one. No rule says so: later reports
     * customarily cover twelve months without a gap, so that the next one ends twelve months after the last.
     */
    private static final int FRESH_MONTHS = 12;

    /** A letter of management customarily speaks about at most three months after the end of a report. */
    private static final int BRIDGE_MONTHS = 3;

    /** What is due on a day. */
    enum Kind {
        /** The gaps of the readiness phase are closed; agreed. */
        READINESS,
        /** The first day that a Type II judges. */
        PERIOD_START,
        /** A look inside the period, marked interim on every page; agreed. */
        INTERIM,
        /** The last day that a Type II judges: it needs the period to have ended. */
        PERIOD_END,
        /** The day as of which a Type I judges. */
        AS_OF,
        /** From here on a population is complete: drawn earlier it lacks its tail. */
        POPULATIONS,
        /** The next period begins here when no day shall stay uncovered. */
        NEXT_PERIOD,
        /** The service auditor begins to test; agreed. */
        FIELDWORK_START,
        /** The service auditor ends testing; agreed. */
        FIELDWORK_END,
        /** The day of the report: events up to it are considered; agreed. */
        REPORT_DATE,
        /** Customary end of what a bridge letter may speak about. */
        BRIDGE_LIMIT,
        /** From here on readers customarily ask for a newer report. */
        EXPIRY
    }

    /** The milestones of an engagement, as the project meets them. */
    static List<Milestone> of(Engagement engagement, AuditCalendar calendar) {
        LocalDate last = engagement.lastDay();
        calendar.reportDate().filter(day -> !day.isAfter(last)).ifPresent(day -> {
            throw new IllegalArgumentException(
                    "a report is dated after the last day that it speaks about, " + last + "; got " + day);
        });
        return engagement
                .period()
                .map(period -> ofPeriod(period, calendar))
                .orElseGet(() -> List.of(
                        new Milestone(Kind.READINESS, calendar.readiness()),
                        at(Kind.AS_OF, last),
                        new Milestone(Kind.FIELDWORK_START, calendar.fieldworkStart()),
                        new Milestone(Kind.FIELDWORK_END, calendar.fieldworkEnd()),
                        new Milestone(Kind.REPORT_DATE, calendar.reportDate()),
                        at(Kind.EXPIRY, last.plusMonths(FRESH_MONTHS))));
    }

    private static List<Milestone> ofPeriod(ExaminationPeriod period, AuditCalendar calendar) {
        LocalDate last = period.lastDay();
        calendar.interim()
                .filter(day -> day.isBefore(period.firstDay()) || day.isAfter(last))
                .ifPresent(day -> {
                    throw new IllegalArgumentException("an interim look lies between " + period.firstDay() + " and "
                            + last + ", the days of the period; got " + day);
                });
        return List.of(
                new Milestone(Kind.READINESS, calendar.readiness()),
                at(Kind.PERIOD_START, period.firstDay()),
                new Milestone(Kind.INTERIM, calendar.interim()),
                at(Kind.PERIOD_END, last),
                at(Kind.POPULATIONS, last.plusDays(1)),
                at(Kind.NEXT_PERIOD, last.plusDays(1)),
                new Milestone(Kind.FIELDWORK_START, calendar.fieldworkStart()),
                new Milestone(Kind.FIELDWORK_END, calendar.fieldworkEnd()),
                new Milestone(Kind.REPORT_DATE, calendar.reportDate()),
                at(Kind.BRIDGE_LIMIT, last.plusMonths(BRIDGE_MONTHS)),
                at(Kind.EXPIRY, last.plusMonths(FRESH_MONTHS)));
    }

    private static Milestone at(Kind kind, LocalDate day) {
        return new Milestone(kind, Optional.of(day));
    }
}
