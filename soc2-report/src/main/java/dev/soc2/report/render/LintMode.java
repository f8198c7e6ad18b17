package dev.soc2.report.render;

/** What becomes of a report in whose texts {@code ReportLint} finds a fault. */
public enum LintMode {
    /** A fault that makes the report unbelievable refuses it; what speaks of the state of the work, a final one only. */
    GATE,
    /** Every finding is a warning of the result; nothing is refused. */
    WARN,
    /** Nothing is looked at. */
    OFF
}
