package dev.soc2.rules.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;

/** The times that texts of records hold. */
final class LaterText {

    private LaterText() {}

    /** The time that much later, in the form it is written in; empty for a text that is no time. */
    static Optional<String> of(String text, Period delay) {
        if (text.length() < 10 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).plus(delay).toString()
                            : OffsetDateTime.parse(text).plus(delay).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
