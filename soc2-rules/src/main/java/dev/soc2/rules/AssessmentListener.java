package dev.soc2.rules;

import dev.soc2.model.result.ControlResult;

/**
 * Follows an assessment while it runs. Called on the thread that assesses; a slow listener slows it down, and an
 * exception that it throws ends the assessment, which is how to cancel one.
 */
public interface AssessmentListener {

    /** Hears nothing. */
    AssessmentListener NONE = new AssessmentListener() {};

    /**
     * The plan is made.
     *
     * @param controls how many controls will be tested
     */
    default void planned(int controls) {}

    /**
     * Records were read; called now and then, and once at the end.
     *
     * @param records how many so far
     */
    default void read(long records) {}

    /**
     * A control was concluded on by its own tests; what it rests on and what became of its criteria is weighed after the
     * last one.
     *
     * @param result what was found
     * @param done how many controls have been concluded on, this one included
     * @param of how many there are
     */
    default void controlAssessed(ControlResult result, int done, int of) {}
}
