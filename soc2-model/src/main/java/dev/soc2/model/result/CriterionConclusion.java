package dev.soc2.model.result;

/** What the controls of a criterion say about it, from good to bad; a criterion that is not relevant stands apart. */
public enum CriterionConclusion {
    /** Supported. */
    MET,
    /** Supported by controls of others, which we do not test. */
    MET_WITH_RELIANCE,
    /** Supported, with deviations, compensation or no occurrence. */
    MET_WITH_EXCEPTIONS,
    /** What is at hand does not let us say. */
    INSUFFICIENT_EVIDENCE,
    /** Not supported. */
    NOT_MET,
    /** Not relevant to the system, for a written reason. */
    NOT_RELEVANT;

    /**
     * Whether the criterion counts as supported.
     *
     * @return true for the three kinds of met
     */
    public boolean isMet() {
        return this == MET || this == MET_WITH_RELIANCE || this == MET_WITH_EXCEPTIONS;
    }
}
