package dev.soc2.rules.rule;

import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * THRESHOLD: in each window of the calendar a figure, computed exactly, meets its target.
 *
 * @param of picks the records that are measured
 * @param aggregate how the records of a window become one figure
 * @param value expression for the amount of a record; empty for {@link Aggregate#COUNT} alone
 * @param total expression for what a ratio is taken of; for {@link Aggregate#RATIO} alone
 * @param unknown expression for the part of the total, or beside the value, that nobody measured
 * @param windowMinutes whether the totals are minutes that must fill the window
 * @param exclude time that is left out
 * @param window the windows
 * @param partial what becomes of a window that is cut
 * @param missing what is made of amounts that nobody measured
 * @param subjects for whom it is asked
 * @param retired picks records that end the life of a subject
 * @param calendar name of a business calendar, needed for business days
 * @param fiscalStart month in which quarters, halves and years begin
 * @param target what the figure is compared with
 */
public record ThresholdRule(
        Selector of,
        Aggregate aggregate,
        Optional<String> value,
        Optional<String> total,
        Optional<String> unknown,
        boolean windowMinutes,
        Optional<ExcludedTime> exclude,
        CadenceUnit window,
        PartialWindow partial,
        MissingAmount missing,
        Subjects subjects,
        Optional<Selector> retired,
        Optional<String> calendar,
        Month fiscalStart,
        Target target)
        implements Rule {

    /** Checks the invariants. */
    public ThresholdRule {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(partial, "partial");
        Objects.requireNonNull(subjects, "subjects");
        Objects.requireNonNull(fiscalStart, "fiscalStart");
        if (value.isPresent() == (aggregate == Aggregate.COUNT)) {
            throw new IllegalArgumentException(
                    "every aggregate but COUNT takes a value, and COUNT counts records: give value, or leave it out");
        }
        boolean ratio = aggregate == Aggregate.RATIO;
        if (total.isPresent() != ratio || (windowMinutes && !ratio)) {
            throw new IllegalArgumentException(
                    "RATIO takes a total, and total and expectedTotal belong to RATIO alone");
        }
        if (unknown.isPresent() && !ratio && aggregate != Aggregate.SUM) {
            throw new IllegalArgumentException("unknown amounts belong to RATIO and SUM");
        }
        if (missing != MissingAmount.UNKNOWN && unknown.isEmpty() && !windowMinutes) {
            throw new IllegalArgumentException(
                    "nothing says what may be missing: give unknown or expectedTotal beside missing");
        }
        if (missing != MissingAmount.UNKNOWN && target.operator() == TargetOperator.EXACTLY) {
            throw new IllegalArgumentException("with == no side is the bad one: leave missing at UNKNOWN");
        }
        if (window == CadenceUnit.BUSINESS_DAY && calendar.isEmpty()) {
            throw new IllegalArgumentException("business days need a calendar: give calendar");
        }
    }

    @Override
    public String kind() {
        return "THRESHOLD";
    }

    @Override
    public String words() {
        return aggregate
                + value.map(v -> " of " + v).orElse("")
                + total.map(t -> " in " + t).orElse("")
                + " over " + of.words() + " is " + target.words() + " in each " + window
                + exclude.map(e -> " without " + e.words()).orElse("")
                + (missing == MissingAmount.UNKNOWN ? "" : " (missing " + missing + ")")
                + (subjects.equals(Subjects.TOGETHER) ? "" : " per subject");
    }

    @Override
    public List<Selector> population() {
        return List.of();
    }
}
