package dev.soc2.quickstart.acme;

import java.util.List;

/**
 * What an assessment of the generated evidence has to find, and what it must leave alone.
 *
 * @param planted every deviation, in order of control, test and item
 * @param undetermined every item that nobody can decide, in the same order
 * @param lookAlikes what resembles a deviation and is none, in the same order
 * @param quiet the tests that had nothing to do, as control and test
 */
public record GroundTruth(
        List<Planted> planted, List<Planted> undetermined, List<LookAlike> lookAlikes, List<String> quiet) {

    /** Copies the lists. */
    public GroundTruth {
        planted = List.copyOf(planted);
        undetermined = List.copyOf(undetermined);
        lookAlikes = List.copyOf(lookAlikes);
        quiet = List.copyOf(quiet);
    }
}
