package dev.soc2.model.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;

/** What an examination concludes on: design as of one date, or design and operation over a period. */
public sealed interface ReportType {

    /**
     * The zone in which its days begin and end.
     *
     * @return the zone
     */
    ZoneId zone();

    /**
     * Calls the function of the case at hand.
     *
     * @param typeI called for a Type I
     * @param typeII called for a Type II
     * @param <T> what the functions return
     * @return what the called function returned
     */
    <T> T match(Function<TypeI, T> typeI, Function<TypeII, T> typeII);

    /**
     * Suitability of design as of one date; nothing is said about operation.
     *
     * @param date the date
     * @param zone zone in which the day ends
     */
    record TypeI(LocalDate date, ZoneId zone) implements ReportType {

        /** Checks the invariants. */
        public TypeI {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(zone, "zone");
            if (date.getYear() < 1900 || date.getYear() > 2200) {
                throw new IllegalArgumentException("a date lies between 1900 and 2200, got " + date);
            }
        }

        /**
         * The instant meant by the date: the end of that local day.
         *
         * @return the first instant of the day after
         */
        public Instant instant() {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }

        @Override
        public <T> T match(Function<TypeI, T> typeI, Function<TypeII, T> typeII) {
            return typeI.apply(this);
        }
    }

    /**
     * Suitability of design and operating effectiveness throughout a period.
     *
     * @param period the period
     */
    record TypeII(ExaminationPeriod period) implements ReportType {

        /** Checks the invariants. */
        public TypeII {
            Objects.requireNonNull(period, "period");
        }

        @Override
        public ZoneId zone() {
            return period.zone();
        }

        @Override
        public <T> T match(Function<TypeI, T> typeI, Function<TypeII, T> typeII) {
            return typeII.apply(this);
        }
    }
}
