package dev.soc2.model.engagement;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How many deviations a control may have and still count as effective. Printed in every report.
 *
 * <p>{@link Census} is the default: for complete populations, with a rate of 5 % from 20 items on, and for smaller ones
 * a look at what kind of deviation it was.
 */
public sealed interface DeviationPolicy {

    /** The default. */
    DeviationPolicy CENSUS = new Census();

    /** Any deviation makes the control ineffective. */
    DeviationPolicy STRICT = new Strict();

    /**
     * Calls the function of the case at hand.
     *
     * @param census called for the default
     * @param strict called for no tolerance
     * @param tolerance called for a rate
     * @param <T> what the functions return
     * @return what the called function returned
     */
    <T> T match(Supplier<T> census, Supplier<T> strict, Function<Tolerance, T> tolerance);

    /**
     * The written form.
     *
     * @return {@code CENSUS}, {@code STRICT} or {@code TOLERANCE <rate>}
     */
    String written();

    /** For a complete population: at most 5 % from 20 items on; below, at most one deviation, and only a late one. */
    record Census() implements DeviationPolicy {
        @Override
        public <T> T match(Supplier<T> census, Supplier<T> strict, Function<Tolerance, T> tolerance) {
            return census.get();
        }

        @Override
        public String written() {
            return "CENSUS";
        }
    }

    /** No tolerance. */
    record Strict() implements DeviationPolicy {
        @Override
        public <T> T match(Supplier<T> census, Supplier<T> strict, Function<Tolerance, T> tolerance) {
            return strict.get();
        }

        @Override
        public String written() {
            return "STRICT";
        }
    }

    /**
     * A highest rate of deviations, compared exactly.
     *
     * @param rate deviations divided by evaluated items, from 0 up to but not including 1
     */
    record Tolerance(BigDecimal rate) implements DeviationPolicy {

        /** Checks the invariants. */
        public Tolerance {
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
                throw new IllegalArgumentException("a tolerance lies between 0 and 1 (1 excluded), got " + rate);
            }
        }

        @Override
        public <T> T match(Supplier<T> census, Supplier<T> strict, Function<Tolerance, T> tolerance) {
            return tolerance.apply(this);
        }

        @Override
        public String written() {
            BigDecimal percent = rate.movePointRight(2).stripTrailingZeros();
            return "TOLERANCE " + percent.toPlainString() + "%";
        }
    }
}
