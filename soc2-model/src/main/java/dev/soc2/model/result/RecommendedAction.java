package dev.soc2.model.result;

/** What there is to do about a conclusion that is not good. */
public enum RecommendedAction {
    /** Link a control to a criterion that none addresses. */
    CLOSE_DESIGN_GAP,
    /** Record what the design of a control requires. */
    RECORD_DESIGN,
    /** Have a control cover the time, or the part of a criterion, that none covers. */
    COVER_GAP,
    /** Give a control a test, or carry it out. */
    TEST_CONTROL,
    /** Mend a rule that failed. */
    MEND_RULE,
    /** Inspect or reperform where somebody was only asked. */
    INSPECT_OR_REPERFORM,
    /** Settle what contradicts the population. */
    RECONCILE_POPULATION,
    /** Record how the population was drawn. */
    PROVE_POPULATION,
    /** Gather the evidence of a source for the time in which it was not read. */
    READ_SOURCE,
    /** Find out about items that cannot be determined. */
    DETERMINE_ITEMS,
    /** Gather evidence where there is none. */
    COLLECT_EVIDENCE,
    /** Perform the control from now on, and record why it was not. */
    PERFORM_CONTROL,
    /** Look into the items that deviated, and mend what let them. */
    FIX_ITEMS,
    /** Mend what a control rests on. */
    MEND_DEPENDENCY,
    /** Have a control watch over an organisation that is relied on. */
    MONITOR_ORGANIZATION,
    /** Obtain the report of an organisation for the days that none covers. */
    OBTAIN_REPORT,
    /** Record what the findings of an organisation's report mean here. */
    EVALUATE_REPORT
}
