package dev.soc2.quickstart.acme;

import java.util.List;

/**
 * What an assessment of the generated evidence has to find, and what it must leave alone.
 *
 * @param planted every deviation, in order of control, test and item
 * @param lookAlikes what resembles a deviation and is none, in the same order
 */
public record GroundTruth(List<Planted> planted, List<LookAlike> lookAlikes) {

    /** Copies the lists. */
    public GroundTruth {
        planted = List.copyOf(planted);
        lookAlikes = List.copyOf(lookAlikes);
    }
}
