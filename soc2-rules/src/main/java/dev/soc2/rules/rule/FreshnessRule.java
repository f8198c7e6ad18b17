package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * FRESHNESS: what was done stays good for a while, and something good is there all the time. A record may name a shorter
 * time itself, in {@code attributes.validUntil} (an instant, or a date whose day is included) or
 * {@code attributes.validity} (a duration such as {@code P90D}).
 *
 * @param of picks what was done
 * @param validity how long it stays good
 * @param grace how long nothing good may be there
 * @param initialGrace how long after a subject came to be its first one is due; empty: the grace
 * @param subjects for whom it is asked
 * @param retired picks records that end the life of a subject
 * @param revoked picks records that end what is good for their subject, which stays obliged
 */
public record FreshnessRule(
        Selector of,
        TimeAmount validity,
        TimeAmount grace,
        Optional<TimeAmount> initialGrace,
        Subjects subjects,
        Optional<Selector> retired,
        Optional<Selector> revoked)
        implements Rule {

    /** Checks the invariants. */
    public FreshnessRule {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(subjects, "subjects");
        Objects.requireNonNull(retired, "retired");
        Objects.requireNonNull(revoked, "revoked");
        if (validity.needsCalendar()
                || grace.needsCalendar()
                || initialGrace.map(TimeAmount::needsCalendar).orElse(false)) {
            throw new IllegalArgumentException(
                    "a validity and its graces are elapsed (PT24H) or calendar time (P1Y), not business time");
        }
        if (validity.isZero()) {
            throw new IllegalArgumentException("a validity is longer than nothing");
        }
    }

    @Override
    public String kind() {
        return "FRESHNESS";
    }

    @Override
    public String words() {
        return "always a " + of.words() + " not older than " + validity.written() + " (grace " + grace.written() + ")"
                + (subjects.equals(Subjects.TOGETHER) ? "" : " per subject");
    }

    @Override
    public List<Selector> population() {
        return List.of();
    }
}
