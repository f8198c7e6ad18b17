package dev.soc2.rules.scenario;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A record with one part changed; where it came from is forgotten, for nobody read it there. */
final class Changed {

    private Changed() {}

    static Evidence id(Evidence record, String id) {
        return copy(record, id, Duration.ZERO, record.actor(), record.attributes());
    }

    static Evidence actor(Evidence record, Optional<String> actor) {
        return copy(record, record.id(), Duration.ZERO, actor, record.attributes());
    }

    static Evidence without(Evidence record, String attribute) {
        Map<String, AttributeValue> attributes = new TreeMap<>(record.attributes());
        attributes.remove(attribute);
        return copy(record, record.id(), Duration.ZERO, record.actor(), attributes);
    }

    static Evidence attribute(Evidence record, String attribute, AttributeValue value) {
        Map<String, AttributeValue> attributes = new TreeMap<>(record.attributes());
        attributes.put(attribute, value);
        return copy(record, record.id(), Duration.ZERO, record.actor(), attributes);
    }

    /** The record with its three times that much later; empty when no record may carry them. */
    static Optional<Evidence> later(Evidence record, Duration delay) {
        boolean fits = List.of(record.occurredAt(), record.observedAt(), record.recordedAt()).stream()
                .map(time -> time.plus(delay))
                .allMatch(time -> time.isBefore(Evidence.LATEST) && !time.isBefore(Evidence.EARLIEST));
        return fits
                ? Optional.of(copy(record, record.id(), delay, record.actor(), record.attributes()))
                : Optional.empty();
    }

    /** The record at an instant, and known at once. */
    static Evidence at(Evidence record, Instant time) {
        return new Evidence(
                record.id(),
                record.type(),
                record.subject(),
                time,
                time,
                time,
                record.source(),
                record.actor(),
                record.attributes(),
                record.attachments(),
                Optional.empty(),
                Optional.empty());
    }

    private static Evidence copy(
            Evidence record,
            String id,
            Duration delay,
            Optional<String> actor,
            Map<String, AttributeValue> attributes) {
        return new Evidence(
                id,
                record.type(),
                record.subject(),
                record.occurredAt().plus(delay),
                record.observedAt().plus(delay),
                record.recordedAt().plus(delay),
                record.source(),
                actor,
                attributes,
                record.attachments(),
                record.supersedes().filter(replaced -> !replaced.equals(id)),
                Optional.empty());
    }
}
