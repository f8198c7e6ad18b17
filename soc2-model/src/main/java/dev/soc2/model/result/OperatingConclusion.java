package dev.soc2.model.result;

/** What can be said about the operation of a control over its window, or about one test of it. */
public enum OperatingConclusion {
    /** It worked every time. */
    EFFECTIVE,
    /** It worked, with deviations that the policy bears. */
    EFFECTIVE_WITH_DEVIATIONS,
    /** It did not work. */
    INEFFECTIVE,
    /** What is at hand does not let us say. */
    INSUFFICIENT_EVIDENCE,
    /** It is shown that nothing called for it. */
    DID_NOT_OPERATE,
    /** Nobody tested it. */
    NOT_TESTED,
    /** The engagement leaves it out. */
    NOT_APPLICABLE;

    /**
     * Whether the control counts as working.
     *
     * @return true for effective, with or without deviations
     */
    public boolean isEffective() {
        return this == EFFECTIVE || this == EFFECTIVE_WITH_DEVIATIONS;
    }
}
