package dev.soc2.rules.rule;

import java.time.Duration;

/**
 * A limit that comes again: a first match within {@code initial} of the left record, then another one no later than
 * {@code repeat} after each.
 *
 * @param initial how long the first match may take
 * @param repeat how long a match is good for
 */
public record Recurring(TimeAmount initial, TimeAmount repeat) {

    /** Checks the invariants. */
    public Recurring {
        if (initial.needsCalendar() || repeat.needsCalendar()) {
            throw new IllegalArgumentException("initial and repeat are elapsed (PT24H) or calendar time (P30D)");
        }
        boolean aDay = repeat.match(
                elapsed -> elapsed.compareTo(Duration.ofDays(1)) >= 0,
                period -> !period.isZero() && !period.isNegative(),
                days -> false,
                hours -> false);
        if (!aDay) {
            throw new IllegalArgumentException("what recurs does so at most once a day, got " + repeat.written());
        }
    }

    /**
     * The limit in words.
     *
     * @return such as {@code P30D, then every P1Y}
     */
    public String words() {
        return initial.written() + ", then every " + repeat.written();
    }
}
