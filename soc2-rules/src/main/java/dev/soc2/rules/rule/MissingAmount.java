package dev.soc2.rules.rule;

/** What is made of amounts that nobody measured. */
public enum MissingAmount {
    /** They may be good or bad: the worst and the best case are compared. */
    UNKNOWN,
    /** They are bad. */
    COUNT_AS_BAD,
    /** They are good; read as {@link #UNKNOWN} where the assurance is strict. */
    COUNT_AS_GOOD
}
