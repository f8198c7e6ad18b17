package dev.soc2.report.letter;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Something that management reports about the time after the last report: a material change, or an incident.
 *
 * @param day the day
 * @param text what happened, in one or more sentences
 */
public record GapEvent(LocalDate day, String text) {

    /** Checks the invariants. */
    public GapEvent {
        Objects.requireNonNull(day, "day");
        if (text.isBlank()) {
            throw new IllegalArgumentException("an event of " + day + " says what happened");
        }
    }
}
