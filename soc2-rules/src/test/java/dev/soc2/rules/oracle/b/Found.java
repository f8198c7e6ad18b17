package dev.soc2.rules.oracle.b;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ReasonCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What the oracle found of an item; of several reasons each is right where the definitions leave it open. */
record Found(String id, String subject, ItemOutcome outcome, Set<ReasonCode> reasons, Instant at) {

    static Found of(String id, String subject, ItemOutcome outcome, ReasonCode reason, Instant at) {
        return new Found(id, subject, outcome, EnumSet.of(reason), at);
    }

    boolean late() {
        return outcome == ItemOutcome.DEVIATION && reasons.contains(ReasonCode.LATE);
    }
}
