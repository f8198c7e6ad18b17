package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.intake.Window;
import dev.soc2.model.engagement.ExaminationPeriod;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about an export beyond its rows: the time it covers and when it was made. A population record claims no
 * more than this; without a window it claims the time from the first to the last row, and without an instant that it
 * was made when the last row was observed.
 *
 * @param from first instant covered; there with {@code to} or not at all
 * @param to first instant no longer covered
 * @param extractedAt when the export was made
 */
public record Export(Optional<Instant> from, Optional<Instant> to, Optional<Instant> extractedAt) {

    /** Nothing is known. */
    public static final Export UNKNOWN = new Export(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that the window has two ends in order. */
    public Export {
        if (from.isPresent() != to.isPresent()) {
            throw new IllegalArgumentException("a window has a start and an end");
        }
        if (from.isPresent() && !from.get().isBefore(to.orElseThrow())) {
            throw new IllegalArgumentException("a window begins before it ends, got " + from.get() + " to " + to.get());
        }
    }

    /**
     * An export that covers the days of a period.
     *
     * @param period the days that the query asked for
     * @param extractedAt when the export was made
     * @return what is known
     */
    public static Export of(ExaminationPeriod period, Instant extractedAt) {
        Instant start = period.firstDay().atStartOfDay(period.zone()).toInstant();
        Instant end = period.lastDay().plusDays(1).atStartOfDay(period.zone()).toInstant();
        return new Export(Optional.of(start), Optional.of(end), Optional.of(extractedAt));
    }

    Optional<Window> window() {
        return from.map(start -> Window.of(start, to.orElseThrow()));
    }
}
