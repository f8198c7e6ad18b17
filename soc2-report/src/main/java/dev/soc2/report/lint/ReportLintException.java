package dev.soc2.report.lint;

import dev.soc2.model.issue.Soc2Exception;
import java.util.List;

/** A report was refused because of what it says; nothing was written. */
public final class ReportLintException extends Soc2Exception {

    private static final long serialVersionUID = 1L;
    private static final String SOFTER =
            "The report was refused by ReportLint. ReportOptions.lint(LintMode.WARN) writes"
                    + " it with these findings as warnings; LintMode.OFF looks at nothing.";

    private final transient List<LintFinding> findings;

    ReportLintException(List<LintFinding> findings) {
        super(findings.stream().map(LintFinding::toError).toList());
        this.findings = List.copyOf(findings);
    }

    /**
     * Everything that refused the report.
     *
     * @return the findings, by rule and place; never empty
     */
    public List<LintFinding> findings() {
        return findings;
    }

    /** The findings, and how to write the report all the same. */
    @Override
    public String getMessage() {
        return super.getMessage() + "\n" + SOFTER;
    }
}
