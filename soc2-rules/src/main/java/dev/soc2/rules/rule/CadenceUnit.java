package dev.soc2.rules.rule;

/** The slots into which a calendar is cut. */
public enum CadenceUnit {
    /** Each local day. */
    DAY,
    /** Each business day of a named calendar. */
    BUSINESS_DAY,
    /** Each ISO week, Monday to Sunday. */
    WEEK,
    /** Each calendar month. */
    MONTH,
    /** Each quarter of the (fiscal) year. */
    QUARTER,
    /** Each half of the (fiscal) year. */
    HALF_YEAR,
    /** Each (fiscal) year. */
    YEAR
}
