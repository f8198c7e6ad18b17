package dev.soc2.model.result;

import java.util.Objects;

/**
 * What the conclusion of a test is computed from.
 *
 * @param counts items by outcome
 * @param late how many of the deviations were done after all, but late; at most the deviations
 * @param systemic whether a recorded analysis marks a deviation systemic or intentional, or one cause spans more than
 *     31 days
 * @param ipe how far the population is proven; {@link IpeStatus#NOT_NEEDED} for calendars and lists
 * @param emptyMeans what a population without any item means for a rule that needs no population record; ignored where
 *     one is needed
 * @param items what the items stand for
 */
public record TestFacts(
        OutcomeCounts counts,
        long late,
        boolean systemic,
        IpeStatus ipe,
        OperatingConclusion emptyMeans,
        ItemMeaning items) {

    /** Checks the invariants. */
    public TestFacts {
        Objects.requireNonNull(ipe, "ipe");
        Objects.requireNonNull(items, "items");
        if (late < 0 || late > counts.deviations()) {
            throw new IllegalArgumentException(late + " late deviations of " + counts.deviations());
        }
        if (emptyMeans != OperatingConclusion.DID_NOT_OPERATE
                && emptyMeans != OperatingConclusion.INSUFFICIENT_EVIDENCE) {
            throw new IllegalArgumentException("nothing at all is never " + emptyMeans);
        }
    }

    /**
     * Facts about items each of which called for the control.
     *
     * @param counts items by outcome
     * @param late how many of the deviations were done after all, but late
     * @param systemic whether a deviation is systemic or intentional
     * @param ipe how far the population is proven
     * @param emptyMeans what a population without any item means
     */
    public TestFacts(OutcomeCounts counts, long late, boolean systemic, IpeStatus ipe, OperatingConclusion emptyMeans) {
        this(counts, late, systemic, ipe, emptyMeans, ItemMeaning.CALL);
    }
}
