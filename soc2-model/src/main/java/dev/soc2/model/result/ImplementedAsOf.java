package dev.soc2.model.result;

/** Whether a control was in place at the instant of a Type I. */
public enum ImplementedAsOf {
    /** What was looked at shows it, and nothing contradicts it. */
    YES,
    /** Something that was looked at contradicts it. */
    NO,
    /** Nothing shows it, or what was looked at does not let us say. */
    UNKNOWN
}
