package dev.soc2.report.lint;

/**
 * The rules of {@link ReportLint}. The first six make a report unbelievable and refuse a draft too; the others speak of
 * the state of the work and refuse a final report only.
 */
public enum LintRule {
    /** Many controls have one test text. */
    R1("SOC2-P101", true),
    /** A row of Section IV lacks population, sample, period, kind of evidence or test verb. */
    R2("SOC2-P102", true),
    /** A placeholder was left. */
    R3("SOC2-P103", true),
    /** It says that something held throughout the period, and there is a gap or an undetermined day. */
    R4("SOC2-P104", true),
    /** It calls something certified, compliant, passed or guaranteed. */
    R5("SOC2-P105", true),
    /** Organisation, system, period or links differ between sections. */
    R6("SOC2-P106", true),
    /** An exception has no recorded cause or no response. */
    R7("SOC2-P107", false),
    /** Evidence from outside the window was used. */
    R8("SOC2-P108", false),
    /** A sample was drawn from a population that is not proven complete. */
    R9("SOC2-P109", false),
    /** No control addresses a criterion. */
    R10("SOC2-P110", false);

    private final String code;
    private final boolean unbelievable;

    LintRule(String code, boolean unbelievable) {
        this.code = code;
        this.unbelievable = unbelievable;
    }

    /**
     * The code under which its findings are issues.
     *
     * @return such as {@code SOC2-P101}
     */
    public String code() {
        return code;
    }

    /**
     * Whether a draft is refused too.
     *
     * @return true for faults that make a report unbelievable
     */
    public boolean refusesDrafts() {
        return unbelievable;
    }
}
