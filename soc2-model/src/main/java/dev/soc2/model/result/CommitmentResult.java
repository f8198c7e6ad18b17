package dev.soc2.model.result;

import dev.soc2.model.engagement.ServiceCommitment;
import java.util.List;
import java.util.Objects;

/**
 * What was found about a promise to customers; it stands beside the results of controls, since a control may work while
 * the promise is broken.
 *
 * @param commitment the promise
 * @param conclusion the conclusion
 * @param reasons why, sorted
 */
public record CommitmentResult(ServiceCommitment commitment, CommitmentConclusion conclusion, List<Reason> reasons) {

    /** Checks the invariants and sorts. */
    public CommitmentResult {
        Objects.requireNonNull(commitment, "commitment");
        Objects.requireNonNull(conclusion, "conclusion");
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
    }
}
