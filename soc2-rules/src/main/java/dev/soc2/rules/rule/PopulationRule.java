package dev.soc2.rules.rule;

/** Which items of a response rule belong to a period. */
public enum PopulationRule {
    /** Those that were triggered in it. */
    TRIGGER_IN_PERIOD,
    /** Those that fell due in it. */
    DUE_IN_PERIOD
}
