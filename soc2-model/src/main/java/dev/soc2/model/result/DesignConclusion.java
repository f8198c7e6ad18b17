package dev.soc2.model.result;

/** What can be said about the design of a control. */
public enum DesignConclusion {
    /** It is able to do its job and was in place. */
    SUITABLE,
    /** It was in place for a part of the period only. */
    SUITABLE_PART_OF_PERIOD,
    /** It is not able to do its job. */
    UNSUITABLE,
    /** What is at hand does not show it. */
    INSUFFICIENT_EVIDENCE,
    /** The engagement leaves the control out, or it did not exist. */
    NOT_APPLICABLE
}
