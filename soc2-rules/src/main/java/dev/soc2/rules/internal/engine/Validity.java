package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ReasonCode;
import java.util.Optional;

/**
 * How long one thing that was done stays good.
 *
 * @param row row of its record
 * @param sure when it is good beyond doubt
 * @param possible when it may be good; holds all that is sure
 * @param doubt why the two differ; empty when they do not
 */
record Validity(int row, Window sure, Window possible, Optional<Doubt> doubt) {

    /**
     * Why it cannot be said how long something is good.
     *
     * @param reason the reason
     * @param words the cause
     */
    record Doubt(ReasonCode reason, String words) {}

    static Validity certain(int row, Window window) {
        return new Validity(row, window, window, Optional.empty());
    }

    /** Good until an instant for sure, and after it perhaps. */
    static Validity doubtful(int row, Window possible, long sureUntil, Doubt doubt) {
        Window sure = new Window(possible.from(), Math.min(possible.to(), Math.max(possible.from(), sureUntil)));
        return new Validity(row, sure, possible, Optional.of(doubt));
    }
}
