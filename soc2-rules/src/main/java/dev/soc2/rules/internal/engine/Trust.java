package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.rule.TimeAmount;
import java.util.function.LongUnaryOperator;

/**
 * How long one look at an asset speaks for the time after it, when no other look follows.
 *
 * @param until the instant up to which a look is trusted, by the instant of the look
 * @param lapse why nothing is known afterwards
 * @param endless whether each look is trusted until the next one, whenever that comes
 */
record Trust(LongUnaryOperator until, ReasonCode lapse, boolean endless) {

    /** A snapshot is trusted for a while. */
    static Trust inSnapshots(Clock clock, TimeAmount staleness) {
        return new Trust(at -> clock.plus(at, staleness), ReasonCode.STALE_OBSERVATION, false);
    }

    /** An event is trusted until one that contradicts it may have been missed. */
    static Trust inEvents(Windows unread) {
        return new Trust(unread::firstFrom, ReasonCode.SOURCE_GAP, unread.isEmpty());
    }
}
