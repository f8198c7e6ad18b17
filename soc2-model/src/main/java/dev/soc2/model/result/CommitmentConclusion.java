package dev.soc2.model.result;

/** What can be said about a promise to customers. */
public enum CommitmentConclusion {
    /** The criteria it is judged by are met, and what measures it found nothing. */
    SUPPORTED,
    /** What is at hand does not let us say. */
    UNDETERMINED,
    /** A criterion it is judged by is not met. */
    NOT_SUPPORTED,
    /** What measures it found that it was not kept, whatever is said of the control. */
    MISSED
}
