package dev.soc2.rules.rule;

/** Which slots of a calendar are owed in a period. */
public enum SlotPolicy {
    /** Those whose last day lies in the period. */
    REQUIRE_IF_DUE,
    /** Those that share a day with the period. */
    REQUIRE_ALL_TOUCHED,
    /** Those that lie in the period as a whole. */
    REQUIRE_FULL_ONLY
}
