package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.model.result.Notice;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was discovered after the period. Of the first kind is what tells about the period, so that conclusions have to be
 * looked at again; of the second kind is what is new since, and only disclosed.
 */
final class SubsequentEvents {

    private static final String EXISTED = "conditionsExistedInPeriod";

    private SubsequentEvents() {}

    /** One notice for each event discovered at or after the end of a period. */
    static List<Notice> notices(Timeline timeline, long end) {
        List<Notice> notices = new ArrayList<>();
        for (Evidence event : timeline.reserved(EvidenceTypes.SUBSEQUENT_EVENT)) {
            if (Nanos.of(event.observedAt()) >= end) {
                notices.add(notice(event, end));
            }
        }
        return notices;
    }

    private static Notice notice(Evidence event, long end) {
        String what = "Discovered afterwards: " + event.subject()
                + event.text("text").map(text -> " (" + text + ")").orElse("") + " [" + event.id() + "]. ";
        Optional<Boolean> existed = existed(event, end);
        if (existed.isEmpty()) {
            return new Notice(
                    "SUBSEQUENT_EVENT_UNJUDGED",
                    what + "The record does not say (" + EXISTED + ") whether its conditions existed before.");
        }
        if (existed.get()) {
            Set<String> controls =
                    new TreeSet<>(Narrowing.names(event, "control").orElse(Set.of()));
            return new Notice(
                    "SUBSEQUENT_EVENT_KIND_1",
                    what + "Its conditions existed before: look again at "
                            + (controls.isEmpty() ? "what was concluded" : String.join(", ", controls))
                            + ", and record a judgement.");
        }
        return new Notice("SUBSEQUENT_EVENT_KIND_2", what + "It is new since: disclose it; conclusions stand.");
    }

    /** What the record says; when it says nothing, what took effect before the end existed then. */
    private static Optional<Boolean> existed(Evidence event, long end) {
        Optional<String> said =
                event.attribute(EXISTED).map(AttributeValue::plain).map(Object::toString);
        if (said.isPresent()) {
            return said.filter(s -> s.equals("true") || s.equals("false")).map("true"::equals);
        }
        return Nanos.of(event.occurredAt()) < end ? Optional.of(true) : Optional.empty();
    }
}
