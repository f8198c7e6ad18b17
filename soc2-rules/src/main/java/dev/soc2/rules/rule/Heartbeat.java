package dev.soc2.rules.rule;

import java.util.Objects;

/**
 * What shows that somebody was looking all the time: a record at least every so often.
 *
 * @param of picks the heartbeats
 * @param every longest step between two of them, and to either end of the window
 */
public record Heartbeat(Selector of, TimeAmount every) {

    /** Checks the invariants. */
    public Heartbeat {
        Objects.requireNonNull(of, "of");
        if (every.needsCalendar()) {
            throw new IllegalArgumentException(
                    "a heartbeat runs on elapsed time or on the calendar: give every such as PT24H");
        }
    }

    /**
     * The heartbeat in words.
     *
     * @return such as {@code scan.completed at least every PT24H}
     */
    public String words() {
        return of.words() + " at least every " + every.written();
    }
}
