package dev.soc2.report;

import dev.soc2.model.issue.Issue;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.redact.Redactor;
import dev.soc2.report.lint.LintFinding;
import dev.soc2.report.lint.ReportLint;
import dev.soc2.report.render.ReportField;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.RequestStatuses;
import java.util.List;

/** What a format gets: the assessment as its reader may see it, with the warnings of the lint. */
record Prepared(Assessment assessment, ReportOptions options, List<Issue> warnings) {

    /** Copies the warnings. */
    Prepared {
        warnings = List.copyOf(warnings);
    }

    /** The lint sees the whole assessment: a response that is withheld is not one that is missing. */
    static Prepared of(Assessment assessment, ReportOptions options, boolean linted) {
        List<Issue> warnings = linted
                ? ReportLint.gate(assessment, options).stream()
                        .map(LintFinding::toWarning)
                        .toList()
                : List.of();
        // What people wrote into a list of requests are notes and links to records as well.
        boolean silent = options.redaction().fields().contains(ReportField.NOTES)
                || options.redaction().fields().contains(ReportField.RECORDS);
        ReportOptions seen = silent ? options.requestStatuses(RequestStatuses.NONE) : options;
        if (options.redaction().isActive() && options.comparedWith().isPresent()) {
            seen = seen.comparedWith(Redactor.apply(options.comparedWith().get(), options.redaction()));
        }
        return new Prepared(Redactor.apply(assessment, options.redaction()), seen, warnings);
    }
}
