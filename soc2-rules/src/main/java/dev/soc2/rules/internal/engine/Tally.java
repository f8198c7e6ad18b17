package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OutcomeCounts;

/** Counts outcomes as they come. */
final class Tally {

    private long conforming;
    private long deviations;
    private long undetermined;
    private long excused;
    private long pending;
    private long outOfScope;

    void add(ItemOutcome outcome) {
        switch (outcome) {
            case CONFORMING -> conforming++;
            case DEVIATION -> deviations++;
            case UNDETERMINED -> undetermined++;
            case EXCUSED -> excused++;
            case PENDING -> pending++;
            case OUT_OF_SCOPE -> outOfScope++;
        }
    }

    OutcomeCounts counts() {
        return new OutcomeCounts(conforming, deviations, undetermined, excused, pending, outOfScope);
    }
}
