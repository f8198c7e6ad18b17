package dev.soc2.rules.sampling;

import dev.soc2.model.control.ControlFrequency;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A named table of sample sizes by how often a control operates. No standard fixes such sizes, so a table can be edited:
 * the name stands in every report.
 *
 * @param name its name, such as {@code FIXED}
 * @param sizes sizes for controls that run by a calendar
 * @param onOccurrence sizes for what occurs in any number, by the size of the population; the last has no end
 */
public record SizeTable(String name, Map<ControlFrequency, Integer> sizes, List<Band> onOccurrence) {

    /** The default. */
    public static final SizeTable FIXED = new SizeTable(
            "FIXED",
            Map.of(
                    ControlFrequency.ONE_OFF, 1,
                    ControlFrequency.ANNUAL, 1,
                    ControlFrequency.SEMIANNUAL, 2,
                    ControlFrequency.QUARTERLY, 2,
                    ControlFrequency.MONTHLY, 2,
                    ControlFrequency.BIWEEKLY, 5,
                    ControlFrequency.WEEKLY, 5,
                    ControlFrequency.DAILY, 25,
                    ControlFrequency.MULTIPLE_PER_DAY, 40),
            List.of(
                    new Band(10, 1, 100, 10),
                    new Band(50, 8, 0, 8),
                    new Band(250, 15, 0, 15),
                    new Band(Integer.MAX_VALUE, 25, 0, 25)));

    /** Sizes that firms commonly use. */
    public static final SizeTable CUSTOMARY = new SizeTable(
            "CUSTOMARY",
            Map.of(
                    ControlFrequency.ONE_OFF, 1,
                    ControlFrequency.ANNUAL, 1,
                    ControlFrequency.SEMIANNUAL, 2,
                    ControlFrequency.QUARTERLY, 2,
                    ControlFrequency.MONTHLY, 3,
                    ControlFrequency.BIWEEKLY, 5,
                    ControlFrequency.WEEKLY, 8,
                    ControlFrequency.DAILY, 25),
            List.of(new Band(5, 1, 100, 5), new Band(250, 5, 10, 25), new Band(Integer.MAX_VALUE, 40, 0, 40)));

    private static final List<Integer> LADDER = List.of(1, 2, 3, 5, 8, 15, 25, 40, 60);

    /**
     * Sizes for populations up to a size: a share of the population, rounded up, within bounds.
     *
     * @param upTo largest population
     * @param least least items
     * @param percent share of the population
     * @param most most items
     */
    public record Band(int upTo, int least, int percent, int most) {

        /** Checks the invariants. */
        public Band {
            if (upTo < 1 || least < 1 || most < least || percent < 0 || percent > 100) {
                throw new IllegalArgumentException("a band of a table of sizes does not hold together");
            }
        }

        private int size(int population) {
            long share = ((long) population * percent + 99) / 100;
            return (int) Math.min(most, Math.max(least, share));
        }
    }

    /** Checks the invariants. */
    public SizeTable {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a table of sizes has a name");
        }
        sizes = Collections.unmodifiableMap(copy(sizes));
        onOccurrence = List.copyOf(onOccurrence);
        if (onOccurrence.isEmpty() || onOccurrence.get(onOccurrence.size() - 1).upTo() != Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the last band of a table of sizes has no end");
        }
        if (sizes.values().stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("a sample has at least one item");
        }
    }

    /**
     * The size for a population. A population with more items than its frequency can make in a year is read as what
     * occurs in any number, when that asks for more.
     *
     * @param frequency how often the control operates; not continuous
     * @param population items of the population
     * @return how many items to draw, at most the population
     */
    public int size(ControlFrequency frequency, int population) {
        if (frequency == ControlFrequency.CONTINUOUS) {
            throw new IllegalArgumentException("a continuous control is never sampled");
        }
        int occurring = onOccurrence.stream()
                .filter(band -> population <= band.upTo())
                .findFirst()
                .map(band -> band.size(population))
                .orElse(population);
        int byFrequency = sizes.getOrDefault(frequency, occurring);
        boolean isMany = population > yearly(frequency);
        return Math.min(population, isMany ? Math.max(byFrequency, occurring) : byFrequency);
    }

    private static int yearly(ControlFrequency frequency) {
        return switch (frequency) {
            case ONE_OFF, ANNUAL -> 1;
            case SEMIANNUAL -> 2;
            case QUARTERLY -> 4;
            case MONTHLY -> 12;
            case BIWEEKLY -> 27;
            case WEEKLY -> 53;
            case DAILY -> 366;
            case MULTIPLE_PER_DAY, CONTINUOUS, EVENT -> Integer.MAX_VALUE;
        };
    }

    /**
     * Up to which size of the population everything that occurs is tested.
     *
     * @return the end of the band of 100 %, or 0
     */
    public int testsAllUpTo() {
        return onOccurrence.stream()
                .filter(band -> band.percent() == 100)
                .mapToInt(Band::upTo)
                .max()
                .orElse(0);
    }

    /**
     * The next larger size, for a control that deviated in the prior period: 1, 2, 3, 5, 8, 15, 25, 40, 60, and half as
     * many again above that.
     *
     * @param size a size
     * @return a larger one
     */
    public static int nextLarger(int size) {
        return LADDER.stream()
                .filter(step -> step > size)
                .findFirst()
                .orElse(Math.min(Rates.LARGEST_SAMPLE, size + (size + 1) / 2));
    }

    /**
     * This table under another name, with another size for a frequency.
     *
     * @param newName its name
     * @param frequency the frequency
     * @param size its size
     * @return a new table
     */
    public SizeTable with(String newName, ControlFrequency frequency, int size) {
        Map<ControlFrequency, Integer> edited = copy(sizes);
        edited.put(frequency, size);
        return new SizeTable(newName, edited, onOccurrence);
    }

    private static Map<ControlFrequency, Integer> copy(Map<ControlFrequency, Integer> sizes) {
        Map<ControlFrequency, Integer> copy = new EnumMap<>(ControlFrequency.class);
        copy.putAll(sizes);
        return copy;
    }
}
