package dev.soc2.report.render;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.util.List;

/** A report that was not written, because it would have said what is not so or not known; with every reason. */
public final class ReportRefusedException extends Soc2Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Everything that speaks against it.
     *
     * @param issues at least one reason
     */
    public ReportRefusedException(List<Issue> issues) {
        super(issues);
    }
}
