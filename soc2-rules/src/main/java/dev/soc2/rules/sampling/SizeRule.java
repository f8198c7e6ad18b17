package dev.soc2.rules.sampling;

import dev.soc2.model.control.ControlFrequency;
import java.math.BigDecimal;
import java.util.Objects;

/** How the size of a sample is found. */
public sealed interface SizeRule {

    /**
     * The size for a population.
     *
     * @param frequency how often the control operates
     * @param population items of the population
     * @return how many items to draw; may exceed the population, which is then tested whole
     */
    int size(ControlFrequency frequency, int population);

    /**
     * The rule in words.
     *
     * @return such as {@code table FIXED}
     */
    String words();

    /**
     * A named table.
     *
     * @param table the table
     */
    record ByTable(SizeTable table) implements SizeRule {

        /** Checks the invariants. */
        public ByTable {
            Objects.requireNonNull(table, "table");
        }

        @Override
        public int size(ControlFrequency frequency, int population) {
            return table.size(frequency, population);
        }

        @Override
        public String words() {
            return "table " + table.name();
        }
    }

    /**
     * A number.
     *
     * @param items how many items, 1 to 5000
     */
    record Count(int items) implements SizeRule {

        /** Checks the invariants. */
        public Count {
            Rates.sample(items, 0);
        }

        @Override
        public int size(ControlFrequency frequency, int population) {
            return items;
        }

        @Override
        public String words() {
            return "a number of its own";
        }
    }

    /**
     * A statistical plan by the binomial model.
     *
     * @param confidence such as 0.90
     * @param tolerable such as 0.10
     * @param expected from 0, below the tolerable rate
     */
    record Planned(BigDecimal confidence, BigDecimal tolerable, BigDecimal expected) implements SizeRule {

        /** Checks that there is such a plan. */
        public Planned {
            Binomial.plan(confidence, tolerable, expected);
        }

        @Override
        public int size(ControlFrequency frequency, int population) {
            return Binomial.plan(confidence, tolerable, expected).items();
        }

        @Override
        public String words() {
            return "planned for a confidence of " + percent(confidence) + ", a tolerable rate of " + percent(tolerable)
                    + ", an expected rate of " + percent(expected);
        }

        private static String percent(BigDecimal rate) {
            return rate.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
        }
    }
}
