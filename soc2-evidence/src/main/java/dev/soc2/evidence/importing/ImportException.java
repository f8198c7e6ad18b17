package dev.soc2.evidence.importing;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.util.List;

/** What an import is told to do cannot be done as it stands; nothing was imported. Names every fault. */
public final class ImportException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    /**
     * All faults of what was declared.
     *
     * @param issues at least one issue, in any order
     */
    public ImportException(List<Issue> issues) {
        super(issues);
    }
}
