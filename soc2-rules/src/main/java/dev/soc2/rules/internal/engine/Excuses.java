package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceTypes;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Approved exceptions: what is excused, and what somebody approved too late. */
final class Excuses {

    /**
     * An approved exception.
     *
     * @param id id of its record
     * @param controls the controls it narrows itself to; empty: any
     * @param from first instant it is in force
     * @param to last instant it is in force
     * @param approvedAt when it was approved
     */
    record Excuse(String id, Optional<Set<String>> controls, long from, long to, long approvedAt) {
        boolean concerns(String ofControl) {
            return controls.map(names -> names.contains(ofControl)).orElse(true);
        }

        boolean isInForce(long due) {
            return from <= due && due <= to;
        }

        /** When it excuses a state: from the moment on at which it is both in force and approved. */
        Window effective() {
            return new Window(Math.max(from, approvedAt), to == Nanos.FOREVER ? to : to + 1);
        }
    }

    private final Map<String, List<Excuse>> bySubject = new HashMap<>();

    Excuses(Timeline timeline, Engagement engagement) {
        for (Evidence record : timeline.reserved(EvidenceTypes.EXCEPTION_APPROVED)) {
            bySubject.computeIfAbsent(record.subject(), s -> new ArrayList<>()).add(excuse(record, engagement.zone()));
        }
    }

    private static Excuse excuse(Evidence record, ZoneId zone) {
        Optional<Object> from = record.attribute("from").map(AttributeValue::plain);
        Optional<Object> to = record.attribute("to").map(AttributeValue::plain);
        Optional<Object> approved = record.attribute("approvedAt").map(AttributeValue::plain);
        // An end that cannot be read excuses nothing; one that is absent is open.
        return new Excuse(
                record.id(),
                Narrowing.names(record, "control"),
                from.map(v -> Instants.read(v, zone, false).orElse(Nanos.FOREVER))
                        .orElse(Nanos.NONE),
                to.map(v -> Instants.read(v, zone, true).orElse(Nanos.NONE)).orElse(Nanos.FOREVER),
                approved.map(v -> Instants.read(v, zone, true).orElse(Nanos.FOREVER))
                        .orElse(Nanos.of(record.occurredAt())));
    }

    /** The exceptions for an item or a subject, whenever they are in force. */
    List<Excuse> of(String control, String subject) {
        return bySubject.getOrDefault(subject, List.of()).stream()
                .filter(e -> e.concerns(control))
                .toList();
    }

    /** The exceptions that were in force at a due time, for something by any of its names. */
    List<Excuse> inForce(String control, Set<String> names, long due) {
        return names.stream()
                .flatMap(name -> bySubject.getOrDefault(name, List.of()).stream())
                .filter(e -> e.concerns(control) && e.isInForce(due))
                .toList();
    }
}
