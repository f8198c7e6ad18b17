package dev.soc2.evidence.internal.json;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;

/** A JSON text that cannot be read on from some place. */
final class BrokenJsonException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    BrokenJsonException(Issue issue) {
        super(issue);
    }
}
