package dev.soc2.rules.scenario;

/** A way to spoil evidence. */
public enum MutationKind {
    /** A record is taken away. */
    DROP,
    /** A record, or a time that it holds, comes a day or a year later. */
    DELAY,
    /** A value becomes another one. */
    FLIP,
    /** Somebody else did it: the author, the one who asked, or anybody. */
    SWAP_ACTOR,
    /** A value is taken away. */
    REMOVE,
    /** A record stands there that did not: one of another scenario, one more of a kind, or a bare one. */
    ADD,
    /** A source was down all the time. */
    CUT_COVERAGE
}
