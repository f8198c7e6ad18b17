package dev.soc2.evidence.internal.event;

import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.Map;
import java.util.Optional;

/** The record that somebody did something in a system: the usual attributes, and the row itself under {@code event}. */
public final class AuditEvent {

    public static final String TYPE = "audit.event";

    public static final String SUCCESS = "success";
    public static final String FAILURE = "failure";

    private final EvidenceBuilder record;

    private AuditEvent(EvidenceBuilder record) {
        this.record = record;
    }

    /** Begins the record of a row; what it was done to is the system itself when the row names nothing. */
    public static AuditEvent of(String id, When when, String source, Optional<String> subject, String system) {
        return new AuditEvent(
                when.record(id, TYPE, subject.orElse(system), source).with("system", system));
    }

    public AuditEvent action(String action) {
        record.with("action", action);
        return this;
    }

    public AuditEvent actor(Optional<String> actor) {
        actor.ifPresent(record::actor);
        return this;
    }

    public AuditEvent text(String attribute, Optional<String> value) {
        value.ifPresent(text -> record.with(attribute, text));
        return this;
    }

    /** The row as it came, without nulls. */
    public AuditEvent event(JsonObject row) {
        return event(row.attributes());
    }

    public AuditEvent event(Map<String, AttributeValue> row) {
        record.with("event", AttributeValue.of(row));
        return this;
    }

    public EvidenceBuilder record() {
        return record;
    }
}
