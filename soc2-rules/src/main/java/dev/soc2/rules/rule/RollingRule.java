package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * CADENCE in rolling mode: never longer than an interval between two occurrences.
 *
 * @param of picks the occurrences
 * @param every the longest interval
 * @param grace how much longer is still accepted
 * @param minInPeriod occurrences that must lie inside the period; empty: as many whole intervals as fit into it
 * @param subjects for whom it is asked
 * @param retired picks records that end the life of a subject
 */
public record RollingRule(
        Selector of,
        TimeAmount every,
        TimeAmount grace,
        OptionalInt minInPeriod,
        Subjects subjects,
        Optional<Selector> retired)
        implements Rule {

    /** Checks the invariants. */
    public RollingRule {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(subjects, "subjects");
        Objects.requireNonNull(retired, "retired");
        if (every.needsCalendar() || grace.needsCalendar()) {
            throw new IllegalArgumentException("a rolling interval is elapsed (PT24H) or calendar time (P92D)");
        }
        if (every.match(d -> d.isZero(), p -> p.isZero(), days -> false, hours -> false)) {
            throw new IllegalArgumentException("a rolling interval is longer than nothing");
        }
        if (minInPeriod.orElse(0) < 0) {
            throw new IllegalArgumentException("minInPeriod is not negative, got " + minInPeriod.getAsInt());
        }
    }

    @Override
    public String kind() {
        return "CADENCE";
    }

    @Override
    public String words() {
        return of.words() + " at least every " + every.written() + " (grace " + grace.written() + ")"
                + (subjects.equals(Subjects.TOGETHER) ? "" : " per subject");
    }

    @Override
    public List<Selector> population() {
        return List.of();
    }
}
