package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.internal.timeline.Nanos;
import java.util.Optional;

/**
 * What is known of the stop of something that started.
 *
 * @param at when it stopped; {@link Nanos#NONE} when it did not as far as is known
 * @param evidence id of the record that says so
 * @param doubt why it cannot be said, in words
 * @param doubtReason the same as a code; of no meaning without a doubt
 */
record Stop(long at, Optional<String> evidence, Optional<String> doubt, ReasonCode doubtReason) {

    static final Stop NONE = new Stop(Nanos.NONE, Optional.empty(), Optional.empty(), ReasonCode.EXPRESSION_ERROR);

    static Stop at(long at, String evidence) {
        return new Stop(at, Optional.of(evidence), Optional.empty(), ReasonCode.EXPRESSION_ERROR);
    }

    static Stop unreadable(String why) {
        return new Stop(Nanos.NONE, Optional.empty(), Optional.of(why), ReasonCode.STOP_UNREADABLE);
    }

    static Stop beforeStart(long at) {
        return new Stop(
                Nanos.NONE,
                Optional.empty(),
                Optional.of("it stopped at " + Nanos.instant(at) + ", before it started"),
                ReasonCode.STOP_BEFORE_START);
    }

    static Stop unknown(String why, ReasonCode reason) {
        return new Stop(Nanos.NONE, Optional.empty(), Optional.of(why), reason);
    }

    /** The same stop, unless it is in time, with an answer that cannot be told from one. */
    Stop doubted(String why) {
        return new Stop(at, evidence, Optional.of(why), ReasonCode.EXPRESSION_ERROR);
    }

    boolean isKnown() {
        return at != Nanos.NONE;
    }

    boolean isBefore(long instant) {
        return isKnown() && at < instant;
    }
}
