package dev.soc2.rules.rule;

/** What a right-hand record without a left-hand one means. */
public enum OnOrphan {
    /** It is listed; the left population may be incomplete. */
    WARN,
    /** The test has insufficient evidence. */
    STOP
}
