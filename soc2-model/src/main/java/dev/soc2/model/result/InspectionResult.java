package dev.soc2.model.result;

import dev.soc2.model.control.TestProcedure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at a control showed at the instant of a Type I: whether it was in place, and nothing about its operation.
 *
 * @param id id of the test within its control
 * @param procedure how it was carried out
 * @param ruleKind kind of its rule, such as {@code STATE}
 * @param rule the rule in words, with its parameters
 * @param implementedAsOf what the items show
 * @param reasons why, sorted
 * @param counts items by outcome: conforming ones show it, deviations contradict it, or in a combined rule one of its ways
 * @param items every item that is not conforming, and the conforming ones when they were asked for, sorted by id
 * @param flips what would change what the items show, the better answers first
 */
public record InspectionResult(
        String id,
        TestProcedure procedure,
        String ruleKind,
        String rule,
        ImplementedAsOf implementedAsOf,
        List<Reason> reasons,
        OutcomeCounts counts,
        List<ItemResult> items,
        List<Flip<ImplementedAsOf>> flips) {

    /** Kinds in which one way may be contradicted while another shows it. */
    private static final Set<String> COMBINED = Set.of("ANY_OF", "ALL_OF");

    /** Checks the invariants and sorts. */
    public InspectionResult {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a test has an id");
        }
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(implementedAsOf, "implementedAsOf");
        boolean contradicted = counts.deviations() > 0 && !COMBINED.contains(ruleKind);
        if (implementedAsOf == ImplementedAsOf.YES && (counts.conforming() == 0 || contradicted)) {
            throw new IllegalArgumentException("test " + id + " shows that the control is in place, and has "
                    + counts.conforming() + " conforming items and " + counts.deviations() + " deviations");
        }
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
        items = List.copyOf(items);
        flips = List.copyOf(flips);
    }

    /**
     * What a look showed of which nothing is said about what would change it.
     *
     * @param id id of the test within its control
     * @param procedure how it was carried out
     * @param ruleKind kind of its rule, such as {@code STATE}
     * @param rule the rule in words, with its parameters
     * @param implementedAsOf what the items show
     * @param reasons why
     * @param counts items by outcome
     * @param items every item that is not conforming, and the conforming ones when they were asked for
     */
    public InspectionResult(
            String id,
            TestProcedure procedure,
            String ruleKind,
            String rule,
            ImplementedAsOf implementedAsOf,
            List<Reason> reasons,
            OutcomeCounts counts,
            List<ItemResult> items) {
        this(id, procedure, ruleKind, rule, implementedAsOf, reasons, counts, items, List.of());
    }

    /**
     * One item by its id.
     *
     * @param item id of the item
     * @return the item, or empty when it conforms and was not asked for, or does not exist
     */
    public Optional<ItemResult> item(String item) {
        return items.stream().filter(i -> i.id().equals(item)).findFirst();
    }
}
