package dev.soc2.model.result;

import dev.soc2.model.criteria.Criterion;
import dev.soc2.model.criteria.CriterionId;
import java.util.List;
import java.util.Objects;

/**
 * What the controls say about one criterion.
 *
 * @param criterion the criterion
 * @param conclusion the conclusion
 * @param reasons why, sorted
 * @param controls ids of the controls that address it, sorted
 * @param flips what would change the conclusion, the better conclusions first
 */
public record CriterionResult(
        Criterion criterion,
        CriterionConclusion conclusion,
        List<Reason> reasons,
        List<String> controls,
        List<Flip<CriterionConclusion>> flips) {

    /** Checks the invariants and sorts. */
    public CriterionResult {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(conclusion, "conclusion");
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
        controls = List.copyOf(controls.stream().distinct().sorted().toList());
        flips = List.copyOf(flips);
    }

    /**
     * What the controls say, with nothing said about what would change it.
     *
     * @param criterion the criterion
     * @param conclusion the conclusion
     * @param reasons why
     * @param controls ids of the controls that address it
     */
    public CriterionResult(
            Criterion criterion, CriterionConclusion conclusion, List<Reason> reasons, List<String> controls) {
        this(criterion, conclusion, reasons, controls, List.of());
    }

    /**
     * Id of the criterion.
     *
     * @return such as {@code CC6.1}
     */
    public CriterionId id() {
        return criterion.id();
    }
}
