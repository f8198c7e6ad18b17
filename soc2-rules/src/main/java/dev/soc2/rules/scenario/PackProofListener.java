package dev.soc2.rules.scenario;

/**
 * Follows a pack's proof while it runs, on the thread that runs it. An exception that it throws ends the proof, which is
 * how to cancel one.
 */
public interface PackProofListener {

    /** Hears nothing. */
    PackProofListener NONE = new PackProofListener() {};

    /**
     * The tests are counted.
     *
     * @param tests how many the pack has
     */
    default void planned(int tests) {}

    /**
     * A scenario was assessed, as it stands or spoiled.
     *
     * @param assessments how many so far
     */
    default void assessed(long assessments) {}

    /**
     * A test is done.
     *
     * @param proof what was found out about it
     * @param done how many tests are done, this one included
     * @param of how many there are
     */
    default void tested(TestProof proof, int done, int of) {}
}
