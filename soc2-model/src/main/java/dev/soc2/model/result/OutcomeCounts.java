package dev.soc2.model.result;

/**
 * How many items had which outcome.
 *
 * @param conforming items for which the control worked
 * @param deviations items for which it did not
 * @param undetermined items of which we cannot say
 * @param excused items with an approved exception
 * @param pending items not due yet
 * @param outOfScope items of another report
 */
public record OutcomeCounts(
        long conforming, long deviations, long undetermined, long excused, long pending, long outOfScope) {

    /** No item at all. */
    public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0, 0, 0);

    /** Checks that nothing is negative. */
    public OutcomeCounts {
        if (conforming < 0 || deviations < 0 || undetermined < 0 || excused < 0 || pending < 0 || outOfScope < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
    }

    /**
     * The items on which the conclusion rests.
     *
     * @return conforming, deviating and undetermined items together
     */
    public long evaluated() {
        return conforming + deviations + undetermined;
    }

    /**
     * The items of the population: everything but what belongs to another report.
     *
     * @return evaluated, excused and pending items together
     */
    public long population() {
        return evaluated() + excused + pending;
    }

    /**
     * The count of one outcome.
     *
     * @param outcome which
     * @return how many
     */
    public long of(ItemOutcome outcome) {
        return switch (outcome) {
            case CONFORMING -> conforming;
            case DEVIATION -> deviations;
            case UNDETERMINED -> undetermined;
            case EXCUSED -> excused;
            case PENDING -> pending;
            case OUT_OF_SCOPE -> outOfScope;
        };
    }

    /**
     * These counts and one item more.
     *
     * @param outcome outcome of the item
     * @return new counts
     */
    public OutcomeCounts plus(ItemOutcome outcome) {
        return plus(new OutcomeCounts(
                outcome == ItemOutcome.CONFORMING ? 1 : 0,
                outcome == ItemOutcome.DEVIATION ? 1 : 0,
                outcome == ItemOutcome.UNDETERMINED ? 1 : 0,
                outcome == ItemOutcome.EXCUSED ? 1 : 0,
                outcome == ItemOutcome.PENDING ? 1 : 0,
                outcome == ItemOutcome.OUT_OF_SCOPE ? 1 : 0));
    }

    /**
     * These counts and others.
     *
     * @param other the others
     * @return the sums
     */
    public OutcomeCounts plus(OutcomeCounts other) {
        return new OutcomeCounts(
                conforming + other.conforming,
                deviations + other.deviations,
                undetermined + other.undetermined,
                excused + other.excused,
                pending + other.pending,
                outOfScope + other.outOfScope);
    }
}
