package dev.soc2.report.lint;

import dev.soc2.model.result.Assessment;
import dev.soc2.report.render.LintMode;
import dev.soc2.report.render.ReportOptions;
import dev.soc2.report.render.ReportStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Looks for what makes a report unbelievable: boilerplate, empty rows, placeholders, claims that the findings contradict,
 * words that promise too much, sections that do not agree, and work that is not done. The formats for readers ask it
 * before they write; a renderer of a host can do the same with {@link #gate}.
 *
 * <pre>{@code
 * ReportLint.check(assessment, ReportOptions.defaults()).forEach(finding -> log.warn(finding.toWarning().render()));
 * }</pre>
 */
public final class ReportLint {

    private static final List<LintCheck> CHECKS = List.of(
            new SameTestText(),
            new BareTestRow(),
            new PlaceholderText(),
            new ThroughoutThePeriod(),
            new PromisingWords(),
            new DriftingNames(),
            new DriftingFacts(),
            new UnansweredDeviation(),
            new EvidenceOutsideWindow(),
            new UnprovenSample(),
            new UnaddressedCriterion());

    private ReportLint() {}

    /**
     * Looks at an assessment, whatever the mode says.
     *
     * @param assessment what is to be reported
     * @param options how; its status counts
     * @return every finding, by rule and place
     */
    public static List<LintFinding> check(Assessment assessment, ReportOptions options) {
        TreeSet<LintFinding> findings = new TreeSet<>();
        Subject subject = new Subject(assessment, options.status());
        CHECKS.forEach(check -> check.check(subject, findings::add));
        return List.copyOf(findings);
    }

    /**
     * Looks at an assessment as the mode says, and refuses it when it must.
     *
     * @param assessment what is to be reported
     * @param options how; its mode and status count
     * @return the findings that do not refuse it, by rule and place; empty in {@link LintMode#OFF}
     * @throws ReportLintException if the mode is {@link LintMode#GATE} and a finding refuses a report of this status
     */
    public static List<LintFinding> gate(Assessment assessment, ReportOptions options) {
        if (options.lint() == LintMode.OFF) {
            return List.of();
        }
        List<LintFinding> findings = check(assessment, options);
        if (options.lint() == LintMode.WARN) {
            return findings;
        }
        List<LintFinding> refusing = new ArrayList<>();
        List<LintFinding> noted = new ArrayList<>();
        for (LintFinding finding : findings) {
            boolean refuses = finding.rule().refusesDrafts() || options.status() == ReportStatus.FINAL;
            (refuses ? refusing : noted).add(finding);
        }
        if (!refusing.isEmpty()) {
            throw new ReportLintException(refusing);
        }
        return List.copyOf(noted);
    }
}
