package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Reason;
import dev.soc2.rules.internal.timeline.Nanos;
import java.util.List;
import java.util.Optional;

/**
 * When something has to stop, and what is known of that.
 *
 * @param due when; {@link Nanos#NONE} when it cannot be said at all
 * @param history how it came about, in words; empty when nothing changed it
 * @param evidence ids of the records that changed it
 * @param unknown why it cannot be said at all
 * @param mayBeEarlier why it may lie before {@code due}
 * @param mayBeLater why it may lie after {@code due}
 */
record Deadline(
        long due,
        String history,
        List<String> evidence,
        Optional<Reason> unknown,
        Optional<Reason> mayBeEarlier,
        Optional<Reason> mayBeLater) {

    Deadline {
        evidence = List.copyOf(evidence);
    }

    static Deadline at(long due) {
        return new Deadline(due, "", List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Deadline unknown(Reason why) {
        return new Deadline(Nanos.NONE, "", List.of(), Optional.of(why), Optional.empty(), Optional.empty());
    }
}
