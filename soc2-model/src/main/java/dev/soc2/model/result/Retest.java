package dev.soc2.model.result;

import java.time.Instant;
import java.util.Objects;

/**
 * What the tests of a control find after a fix, computed from the evidence since. Printed as a fact.
 *
 * @param from when the fix was made
 * @param to end of the window in which it was looked at, not included
 * @param evaluated items that were decided since
 * @param deviations how many of them deviate
 * @param undetermined how many of them cannot be determined
 * @param minimum how many items are customary before a re-test says anything, by the frequency of the control
 * @param longEnough whether the control was watched as long as is customary since
 */
public record Retest(
        Instant from, Instant to, long evaluated, long deviations, long undetermined, int minimum, boolean longEnough) {

    /** Checks the invariants. */
    public Retest {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (deviations < 0 || undetermined < 0 || deviations + undetermined > evaluated || minimum < 1) {
            throw new IllegalArgumentException(deviations + " deviations and " + undetermined + " undetermined of "
                    + evaluated + ", at least " + minimum + " asked for");
        }
    }

    /**
     * Whether something deviated again.
     *
     * @return true with the first deviation
     */
    public boolean isFailed() {
        return deviations > 0;
    }

    /**
     * Whether enough happened, and all of it conforms.
     *
     * @return true when nothing deviates, nothing is undetermined, and the customary operation is reached
     */
    public boolean isPassed() {
        return deviations == 0 && undetermined == 0 && evaluated >= minimum && longEnough;
    }
}
