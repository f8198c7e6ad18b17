package dev.soc2.rules.rule;

/** How the records of a window become one figure. */
public enum Aggregate {
    /** The sum of the values over the sum of the totals. */
    RATIO,
    /** The sum of the values. */
    SUM,
    /** The sum of the values over their number. */
    AVG,
    /** The smallest value. */
    MIN,
    /** The largest value. */
    MAX,
    /** The number of records. */
    COUNT,
    /** The 95th percentile by nearest rank: the smallest value that at least 95 of 100 values do not exceed. */
    P95
}
