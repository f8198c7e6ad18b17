package dev.soc2.rules.rule;

/** What a date without a time of day stands for. */
public enum DateOnlyAt {
    /** The first instant of the local day. */
    START_OF_DAY,
    /** The last instant of the local day. */
    END_OF_DAY
}
