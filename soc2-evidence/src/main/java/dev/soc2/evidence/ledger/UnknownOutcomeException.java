package dev.soc2.evidence.ledger;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;

/**
 * A write failed in a way that leaves open whether it is in the ledger: the disk may have taken it before it reported the
 * failure. The ledger has closed itself. Open it again and add the same records with the same ids: what is there already
 * is not added twice.
 */
public final class UnknownOutcomeException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A write without a known outcome.
     *
     * @param issue what failed, and what to do about it
     * @param cause the error underneath
     */
    public UnknownOutcomeException(Issue issue, Throwable cause) {
        super(issue, cause);
    }
}
