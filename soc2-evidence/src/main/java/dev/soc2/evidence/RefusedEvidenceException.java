package dev.soc2.evidence;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;

/**
 * A store does not take this record, and goes on taking others: an import lists the record as refused. Thrown as it is
 * for a record that is too long or whose period is sealed.
 */
public sealed class RefusedEvidenceException extends Soc2Exception permits ConflictingEvidenceException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param issue which record, why, and what to do about it
     */
    public RefusedEvidenceException(Issue issue) {
        super(issue);
    }
}
