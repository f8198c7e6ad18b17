package dev.soc2.rules.scenario;

/** What a pack's proof found out about one test. */
public enum ProofVerdict {
    /** A mutation of conforming evidence makes it find a deviation. */
    PROVEN,
    /** No scenario at hand holds evidence that conforms, so there was nothing to spoil. */
    NEVER_CONFORMING,
    /** No mutation makes it find a deviation; at most it cannot say of an item. A defect. */
    ONLY_DOUBT,
    /** Whatever is spoiled, each of its items conforms. A defect. */
    CANNOT_FAIL;

    /**
     * Whether it is a defect of the test itself: evidence that conforms was at hand, and none of it could be spoiled.
     *
     * @return true for {@link #CANNOT_FAIL} and {@link #ONLY_DOUBT}
     */
    public boolean isDefect() {
        return this == CANNOT_FAIL || this == ONLY_DOUBT;
    }
}
