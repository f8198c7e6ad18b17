package dev.soc2.rules.scenario;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.util.List;

/** Tests of a pack of which it is not shown that they can fail. */
public final class PackProofException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    /**
     * One issue for each test.
     *
     * @param issues at least one issue
     */
    public PackProofException(List<Issue> issues) {
        super(issues);
    }
}
