package dev.soc2.report.render;

/** How far a report has come. It is never a service auditor's report, whatever its status. */
public enum ReportStatus {
    /** Work goes on: what is still missing is noted. */
    DRAFT,
    /** Management stands by it: what is still missing refuses it. */
    FINAL
}
