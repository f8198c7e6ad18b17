package dev.soc2.rules.internal.expr;

/** What a condition says of one item. */
public enum Verdict {
    /** It holds. */
    TRUE,
    /** It does not hold. */
    FALSE,
    /** It cannot be computed. */
    ERROR
}
