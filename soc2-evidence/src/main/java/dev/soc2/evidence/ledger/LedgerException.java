package dev.soc2.evidence.ledger;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;

/**
 * A ledger cannot be opened, or cannot do what it is asked to. Nothing was written. The ledger can be used on, unless
 * the issue says that it is closed.
 */
public final class LedgerException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param issue why, and what to do about it
     */
    public LedgerException(Issue issue) {
        super(issue);
    }

    /**
     * A refusal that an error underneath caused.
     *
     * @param issue why, and what to do about it
     * @param cause the error underneath
     */
    public LedgerException(Issue issue, Throwable cause) {
        super(issue, cause);
    }
}
