package dev.soc2.rules.internal.engine;

/** A rule, ready to be evaluated over any timeline of its plan. Immutable. */
interface Evaluator {

    /** Streams the items of the rule into the findings of the evaluation. */
    void evaluate(Evaluation evaluation);
}
