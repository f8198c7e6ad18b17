package dev.soc2.report.lint;

import java.util.function.Consumer;

/** One rule of {@link ReportLint}. */
interface LintCheck {

    /** Hands over what it finds, in any order. */
    void check(Subject subject, Consumer<LintFinding> findings);
}
