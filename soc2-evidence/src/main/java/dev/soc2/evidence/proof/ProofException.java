package dev.soc2.evidence.proof;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.util.List;

/** A proof, key or signature that cannot be read or does not hold. Names every fault. */
public final class ProofException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    /**
     * All faults of one proof.
     *
     * @param issues at least one issue, in any order
     */
    public ProofException(List<Issue> issues) {
        super(issues);
    }

    /**
     * One fault.
     *
     * @param issue the fault
     */
    public ProofException(Issue issue) {
        super(issue);
    }
}
