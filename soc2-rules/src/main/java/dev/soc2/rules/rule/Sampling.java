package dev.soc2.rules.rule;

import dev.soc2.model.result.SelectionMethod;
import dev.soc2.rules.sampling.Expansion;
import dev.soc2.rules.sampling.SizeRule;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A test's wish to look at a sample, with everything that has to be settled before anybody looks. Where a census is owed
 * it is refused, and the census runs.
 *
 * @param impracticable why not everything can be tested
 * @param size how the size is found
 * @param method how items are chosen
 * @param seed a seed of the pack's own; empty: it follows from the population, so that nobody can choose it
 * @param priorDeviation whether the control deviated in the prior period, which takes the next larger size
 * @param expansion when the sample is extended
 * @param strata with {@code STRATIFIED}: how the population is divided
 * @param picks with {@code JUDGEMENTAL}: the items that a person listed
 */
public record Sampling(
        String impracticable,
        SizeRule size,
        SelectionMethod method,
        Optional<String> seed,
        boolean priorDeviation,
        Expansion expansion,
        Optional<Division> strata,
        Optional<Picks> picks) {

    private static final BigDecimal CONFIDENCE = new BigDecimal("0.90");
    private static final BigDecimal TOLERABLE = new BigDecimal("0.10");

    /**
     * How a population is divided into strata.
     *
     * @param field its value names the stratum; records without it form one of their own
     * @param atLeast least items of each stratum
     */
    public record Division(Field field, int atLeast) {

        /** Checks the invariants. */
        public Division {
            Objects.requireNonNull(field, "field");
            if (atLeast < 0) {
                throw new IllegalArgumentException("a stratum has no negative number of items");
            }
        }
    }

    /**
     * Items that a person listed.
     *
     * @param ids their ids
     * @param reason why these
     */
    public record Picks(List<String> ids, String reason) {

        /** Checks the invariants. */
        public Picks {
            ids = List.copyOf(ids);
            if (ids.isEmpty() || new HashSet<>(ids).size() != ids.size()) {
                throw new IllegalArgumentException("a judgemental sample lists items, each once");
            }
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a judgemental sample says why these items");
            }
        }
    }

    /** Checks the invariants. */
    public Sampling {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(expansion, "expansion");
        if (impracticable.isBlank()) {
            throw new IllegalArgumentException("a sample needs a reason why not everything can be tested");
        }
        if (seed.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("a seed is not blank");
        }
        if (strata.isPresent() != (method == SelectionMethod.STRATIFIED)) {
            throw new IllegalArgumentException("'strata' goes with method STRATIFIED, and with no other");
        }
        boolean judged = method == SelectionMethod.JUDGEMENTAL;
        if (picks.isPresent() != judged) {
            throw new IllegalArgumentException("'picks' goes with method JUDGEMENTAL, and with no other");
        }
        if (judged && (seed.isPresent() || priorDeviation || !expansion.steps().isEmpty())) {
            throw new IllegalArgumentException(
                    "a judgemental sample is listed: 'seed', 'priorDeviation' and 'expansion' say nothing of it");
        }
    }

    /**
     * With what confidence the limit is computed.
     *
     * @return the plan's, else 90 %
     */
    public BigDecimal confidence() {
        return size instanceof SizeRule.Planned plan ? plan.confidence() : CONFIDENCE;
    }

    /**
     * The rate of deviations that the test bears.
     *
     * @return the plan's, else 10 %
     */
    public BigDecimal tolerable() {
        return size instanceof SizeRule.Planned plan ? plan.tolerable() : TOLERABLE;
    }
}
