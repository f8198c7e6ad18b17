package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be said of one duty.
 *
 * @param standing how much it weighs
 * @param reason why
 * @param due when it had to stop
 * @param stop when it did
 * @param label its stage and its target, in words; empty when there is one of each
 * @param detail what else there is to say
 * @param evidence ids of the records that decided it
 */
record SlaVerdict(
        Standing standing, ReasonCode reason, long due, Stop stop, String label, String detail, List<String> evidence) {

    /** From light to heavy: a deviation stands beside a doubt, and a doubt beside what is still open. */
    enum Standing {
        CONFORMING,
        EXCUSED,
        PENDING,
        UNDETERMINED,
        LATE,
        MISSING
    }

    /** The heaviest; among equals the one that stopped last. */
    static final Comparator<SlaVerdict> WEIGHT = Comparator.comparing(SlaVerdict::standing)
            .thenComparingLong(verdict -> verdict.stop().at())
            .thenComparingLong(SlaVerdict::due);

    SlaVerdict {
        evidence = List.copyOf(evidence);
    }

    /** Label and detail in one. */
    String words() {
        return label.isEmpty() || detail.isEmpty() ? label + detail : label + ": " + detail;
    }
}
