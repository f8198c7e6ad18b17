package dev.soc2.model.result;

import dev.soc2.model.control.TestProcedure;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one test of a control found.
 *
 * @param id id of the test within its control
 * @param procedure how it was carried out
 * @param ruleKind kind of its rule, such as {@code SLA}
 * @param rule the rule in words, with its parameters
 * @param lane whether all items or a sample were evaluated
 * @param sample the sample, exactly when {@code lane} says that one was drawn
 * @param policy the deviation policy applied, in its written form
 * @param conclusion the computed conclusion
 * @param judged a reviewer's own conclusion, when one is recorded
 * @param reasons why, sorted
 * @param population the population and its proof
 * @param counts items by outcome
 * @param months items by outcome and by the months of the period that they touch
 * @param items every item that is not conforming, and the conforming ones when they were asked for, sorted by id
 * @param coverage how much of the time it can speak of, for a rule that watches a state over time
 * @param flips what would change the conclusion that counts, the better conclusions first
 */
public record TestResult(
        String id,
        TestProcedure procedure,
        String ruleKind,
        String rule,
        Lane lane,
        Optional<SampleResult> sample,
        String policy,
        OperatingConclusion conclusion,
        Optional<JudgedConclusion> judged,
        List<Reason> reasons,
        PopulationResult population,
        OutcomeCounts counts,
        Map<YearMonth, OutcomeCounts> months,
        List<ItemResult> items,
        Optional<TestCoverage> coverage,
        List<Flip<OperatingConclusion>> flips) {

    /** Checks the invariants and sorts. */
    public TestResult {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a test has an id");
        }
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(conclusion, "conclusion");
        Objects.requireNonNull(coverage, "coverage");
        if (sample.isPresent() != (lane == Lane.SAMPLE)) {
            throw new IllegalArgumentException("a sample stands in the sampling lane, and there only");
        }
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
        months = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(months)));
        items = List.copyOf(items);
        flips = List.copyOf(flips);
    }

    /**
     * What one test found of which nothing is said about what would change it.
     *
     * @param id id of the test within its control
     * @param procedure how it was carried out
     * @param ruleKind kind of its rule, such as {@code SLA}
     * @param rule the rule in words, with its parameters
     * @param lane whether all items or a sample were evaluated
     * @param sample the sample, exactly when {@code lane} says that one was drawn
     * @param policy the deviation policy applied, in its written form
     * @param conclusion the computed conclusion
     * @param judged a reviewer's own conclusion, when one is recorded
     * @param reasons why
     * @param population the population and its proof
     * @param counts items by outcome
     * @param months items by outcome and by the months of the period that they touch
     * @param items every item that is not conforming, and the conforming ones when they were asked for
     * @param coverage how much of the time it can speak of, for a rule that watches a state over time
     */
    public TestResult(
            String id,
            TestProcedure procedure,
            String ruleKind,
            String rule,
            Lane lane,
            Optional<SampleResult> sample,
            String policy,
            OperatingConclusion conclusion,
            Optional<JudgedConclusion> judged,
            List<Reason> reasons,
            PopulationResult population,
            OutcomeCounts counts,
            Map<YearMonth, OutcomeCounts> months,
            List<ItemResult> items,
            Optional<TestCoverage> coverage) {
        this(
                id,
                procedure,
                ruleKind,
                rule,
                lane,
                sample,
                policy,
                conclusion,
                judged,
                reasons,
                population,
                counts,
                months,
                items,
                coverage,
                List.of());
    }

    /**
     * The conclusion that counts: the reviewer's when it was accepted, else the computed one.
     *
     * @return the conclusion handed on to the control
     */
    public OperatingConclusion effectiveConclusion() {
        return judged.filter(JudgedConclusion::accepted)
                .map(JudgedConclusion::conclusion)
                .orElse(conclusion);
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
