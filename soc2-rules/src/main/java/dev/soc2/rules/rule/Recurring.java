package dev.soc2.rules.rule;

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
