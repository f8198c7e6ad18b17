package dev.soc2.rules.sampling;

/**
 * A planned sample.
 *
 * @param items how many items to draw
 * @param acceptableDeviations with how many deviations at most it still supports the control
 */
public record SampleSize(int items, int acceptableDeviations) {

    /** Checks the invariants. */
    public SampleSize {
        if (items < 1 || acceptableDeviations < 0 || acceptableDeviations > items) {
            throw new IllegalArgumentException(acceptableDeviations + " acceptable deviations of " + items);
        }
    }
}
