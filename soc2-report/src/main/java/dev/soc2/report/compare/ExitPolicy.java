package dev.soc2.report.compare;

/** What makes a build fail. The library never ends a process: the host asks for the code and ends its own. */
public enum ExitPolicy {
    /** Nothing; the findings are reported only. */
    NOTHING,
    /** A deviation, or a control or criterion that is not supported, that the baseline does not have. */
    NEW_DEVIATIONS,
    /** Any finding that the baseline does not have, what is undetermined or was not assessed included. */
    NEW_FINDINGS,
    /** Any deviation, and any control or criterion that is not supported, known or not. */
    ANY_DEVIATION,
    /** Any finding, known or not. */
    ANY_FINDING;

    /** The code of a process that ends well. */
    public static final int SUCCESS = 0;

    /** The code of a process whose findings break the policy; 1 stays free for what broke otherwise. */
    public static final int BROKEN = 2;

    /**
     * Whether what was found breaks the policy.
     *
     * @param found the assessment held against the baseline
     * @return true when the build should fail
     */
    public boolean isBrokenBy(BaselineComparison found) {
        return switch (this) {
            case NOTHING -> false;
            case NEW_DEVIATIONS -> found.hasNewDeviations();
            case NEW_FINDINGS -> found.hasNewFindings();
            case ANY_DEVIATION ->
                found.hasNewDeviations()
                        || found.known().stream()
                                .anyMatch(finding -> finding.kind().isWrong());
            case ANY_FINDING -> found.hasNewFindings() || !found.known().isEmpty();
        };
    }

    /**
     * The code to end a process with.
     *
     * @param found the assessment held against the baseline
     * @return {@link #SUCCESS} or {@link #BROKEN}
     */
    public int exitCode(BaselineComparison found) {
        return isBrokenBy(found) ? BROKEN : SUCCESS;
    }
}
