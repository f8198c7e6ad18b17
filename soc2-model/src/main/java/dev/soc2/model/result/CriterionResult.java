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
 */
public record CriterionResult(
        Criterion criterion, CriterionConclusion conclusion, List<Reason> reasons, List<String> controls) {

    /** Checks the invariants and sorts. */
    public CriterionResult {
        Objects.requireNonNull(criterion, "criterion");
        Objects.requireNonNull(conclusion, "conclusion");
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
        controls = List.copyOf(controls.stream().distinct().sorted().toList());
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
