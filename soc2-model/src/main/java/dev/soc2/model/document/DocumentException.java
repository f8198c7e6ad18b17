package dev.soc2.model.document;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.util.List;

/** A document that cannot be used as it stands, with every fault that was found in it. */
public final class DocumentException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    /**
     * All faults of one document, or of documents that were read together.
     *
     * @param issues at least one issue, in any order
     */
    public DocumentException(List<Issue> issues) {
        super(issues);
    }

    /**
     * A document that could not be read at all.
     *
     * @param issue what to tell
     * @param cause the error underneath
     */
    public DocumentException(Issue issue, Throwable cause) {
        super(issue, cause);
    }
}
