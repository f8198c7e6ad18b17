package dev.soc2.model.control;

/** How often a control is meant to operate. */
public enum ControlFrequency {
    /** All the time; never sampled. */
    CONTINUOUS,
    /** Many times a day. */
    MULTIPLE_PER_DAY,
    /** Each day or business day. */
    DAILY,
    /** Each week. */
    WEEKLY,
    /** Every two weeks or twice a month. */
    BIWEEKLY,
    /** Each month. */
    MONTHLY,
    /** Each quarter. */
    QUARTERLY,
    /** Twice a year. */
    SEMIANNUAL,
    /** Once a year. */
    ANNUAL,
    /** Whenever its trigger occurs. */
    EVENT,
    /** Once. */
    ONE_OFF
}
