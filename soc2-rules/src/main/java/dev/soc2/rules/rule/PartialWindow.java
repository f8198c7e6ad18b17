package dev.soc2.rules.rule;

/** What becomes of a window that the period, or the life of a subject, cuts. */
public enum PartialWindow {
    /** It is measured over its own length. */
    INCLUDE,
    /** It is listed and not measured. */
    EXCLUDE,
    /** It is measured over its full length, also outside the period; never outside the life of a subject. */
    EXTEND_TO_FULL
}
