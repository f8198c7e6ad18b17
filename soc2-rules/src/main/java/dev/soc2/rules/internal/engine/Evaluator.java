package dev.soc2.rules.internal.engine;

/** A rule, ready to be evaluated over any timeline of its plan. Immutable. */
interface Evaluator {

    /** Streams the items of the rule into the findings of the evaluation. */
    void evaluate(Evaluation evaluation);

    /**
     * How the rule of one version of a control is evaluated. True: over the whole life of the control, and what counts
     * are the items that began under the version, each up to its own deadline. False: over the time of the version, as if
     * there were no other.
     */
    default boolean isCutByStart() {
        return false;
    }

    /**
     * Streams what shows, at the last instant of the window, that the control is implemented: the question that a Type I
     * asks. Conforming items show it, deviations contradict it; without any item nothing is shown.
     */
    default void inspect(Evaluation evaluation) {
        // A kind that has no such question shows nothing, so that its control stays without evidence.
    }
}
