package dev.soc2.model.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The sample that a test rests on: everything that somebody needs to draw it again, and what it shows.
 *
 * @param method how items were chosen
 * @param seed the seed of the draw; empty for a judgemental sample
 * @param seedGiven whether the pack gave the seed; else it follows from engagement, control and population
 * @param populationHash SHA-256 over the ids of the population, 64 lower-case hexadecimal digits
 * @param impracticable why not everything was tested
 * @param sizing how the size was found, in words
 * @param size how many items were to be tested
 * @param confidence with what confidence the limit is computed
 * @param tolerable the rate of deviations that the test bears
 * @param upperLimit upper limit of the rate in the population; empty where nothing statistical follows
 * @param statement what the sample shows, in words
 * @param looks each size at which the sample was looked at
 * @param ids the items tested, in the order in which they were drawn
 * @param replaced drawn items that were shown not to belong to the population
 * @param outside deviations that were seen in items that were not drawn
 */
public record SampleResult(
        SelectionMethod method,
        String seed,
        boolean seedGiven,
        String populationHash,
        String impracticable,
        String sizing,
        int size,
        BigDecimal confidence,
        BigDecimal tolerable,
        Optional<BigDecimal> upperLimit,
        String statement,
        List<Look> looks,
        List<String> ids,
        List<Replaced> replaced,
        List<ItemResult> outside) {

    /**
     * A look at the sample.
     *
     * @param size how many items were drawn by then
     * @param deviations deviations among them, what could not be determined included
     */
    public record Look(int size, long deviations) {

        /** Checks the invariants. */
        public Look {
            if (size < 1 || deviations < 0 || deviations > size) {
                throw new IllegalArgumentException(deviations + " deviations of " + size);
            }
        }
    }

    /**
     * A drawn item that was replaced.
     *
     * @param id id of the item
     * @param reason why it does not belong to the population
     * @param evidence id of the record that says so
     */
    public record Replaced(String id, String reason, String evidence) {

        /** Checks the invariants. */
        public Replaced {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("an item is replaced for a reason");
            }
        }
    }

    /** Checks the invariants. */
    public SampleResult {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(seed, "seed");
        Objects.requireNonNull(statement, "statement");
        if (populationHash.length() != 64) {
            throw new IllegalArgumentException("a population hash has 64 hexadecimal digits");
        }
        if (impracticable.isBlank()) {
            throw new IllegalArgumentException("a sample says why not everything was tested");
        }
        if (method == SelectionMethod.JUDGEMENTAL && upperLimit.isPresent()) {
            throw new IllegalArgumentException("nothing statistical follows from a judgemental sample");
        }
        looks = List.copyOf(looks);
        ids = List.copyOf(ids);
        replaced = List.copyOf(replaced);
        outside = List.copyOf(outside);
    }

    /**
     * Deviations outside the sample that a record shows, rather than its absence: of what was not drawn, evidence may
     * never have been gathered.
     *
     * @return those items of {@link #outside}
     */
    public List<ItemResult> shownOutside() {
        return outside.stream().filter(item -> !item.reason().isSilence()).toList();
    }
}
