package dev.soc2.model.control;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which something is in effect, both ends included; an absent end is open. Days are local dates in the zone
 * of the engagement.
 *
 * @param from first day, or empty: since ever
 * @param to last day, or empty: until further notice
 */
public record EffectiveDates(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Always in effect. */
    public static final EffectiveDates ALWAYS = new EffectiveDates(Optional.empty(), Optional.empty());

    /** Checks the invariants. */
    public EffectiveDates {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("the last day " + to.get() + " is before the first day " + from.get());
        }
    }

    /**
     * Dates with both ends.
     *
     * @param from first day
     * @param to last day, included
     * @return the dates
     */
    public static EffectiveDates between(LocalDate from, LocalDate to) {
        return new EffectiveDates(Optional.of(from), Optional.of(to));
    }

    /**
     * Whether a day belongs to them.
     *
     * @param day a local date in the engagement's zone
     * @return true when it lies between the ends
     */
    public boolean covers(LocalDate day) {
        return from.map(f -> !day.isBefore(f)).orElse(true)
                && to.map(t -> !day.isAfter(t)).orElse(true);
    }
}
