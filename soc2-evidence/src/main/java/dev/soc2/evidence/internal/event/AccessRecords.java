package dev.soc2.evidence.internal.event;

import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records that a row of a log is besides its audit event: an account or an access that changed, a setting. */
public final class AccessRecords {

    private final String id;
    private final When when;
    private final String source;
    private final String system;
    private final Optional<String> actor;
    private final List<EvidenceBuilder> records = new ArrayList<>();

    public AccessRecords(String id, When when, String source, String system, Optional<String> actor) {
        this.id = id;
        this.when = when;
        this.source = source;
        this.system = system;
        this.actor = actor;
    }

    /** An account came to be or can no longer be used. */
    public EvidenceBuilder account(boolean created, String subject) {
        return begin(created ? "iam.account.created" : "iam.account.disabled", subject)
                .with("system", system);
    }

    /** Access was given or taken back. */
    public EvidenceBuilder access(boolean granted, String subject, String entitlement) {
        return begin(granted ? "iam.access.granted" : "iam.access.revoked", subject)
                .with("system", system)
                .with("entitlement", entitlement);
    }

    /** The state of an asset after the change. */
    public EvidenceBuilder state(String asset) {
        return begin("asset.state", asset);
    }

    /** Any other record of the row. The first is named after its type, each further one after its number too. */
    public EvidenceBuilder begin(String type, String subject) {
        String own = records.isEmpty() ? "" : "/" + records.size();
        EvidenceBuilder record = when.record(id + "/" + type + own, type, subject, source);
        actor.ifPresent(record::actor);
        records.add(record);
        return record;
    }

    /** The audit event and all that was begun. */
    public List<EvidenceBuilder> behind(AuditEvent event) {
        List<EvidenceBuilder> all = new ArrayList<>(List.of(event.record()));
        all.addAll(records);
        return List.copyOf(all);
    }
}
