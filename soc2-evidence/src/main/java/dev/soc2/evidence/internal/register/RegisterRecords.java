package dev.soc2.evidence.internal.register;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.EvidenceTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The records of one snapshot: what it shows, and what must have happened since the one before.
 *
 * <p>A difference happened at a time that nobody knows: after {@code notBefore}, when the entry was last seen as it had
 * been, and not after {@code notAfter}, when it was first seen as it is. {@code occurredAt} is the latter.
 */
final class RegisterRecords {

    static final String STATE = "iam.account.state";
    static final String CREATED = "iam.account.created";
    static final String DISABLED = "iam.account.disabled";
    static final String GRANTED = "iam.access.granted";
    static final String REVOKED = "iam.access.revoked";
    static final String MEMBERS = "iam.role.members";
    static final String ROSTER = "hr.roster";
    static final String HIRED = "hr.hired";
    static final String MOVED = "hr.moved";
    static final String TERMINATED = "hr.terminated";

    private final RegisterOptions options;
    private final String source;
    private final SnapshotTime now;

    RegisterRecords(RegisterOptions options, String source, SnapshotTime now) {
        this.options = options;
        this.source = source;
        this.now = now;
    }

    /** What is not seen between two snapshots: entries that came and went, and when anything happened. */
    EvidenceBuilder coverage(SnapshotTime before) {
        List<String> types = new ArrayList<>();
        if (options.emission().accounts()) {
            types.addAll(List.of(CREATED, DISABLED, GRANTED, REVOKED));
        }
        if (options.emission().people()) {
            types.addAll(List.of(HIRED, MOVED, TERMINATED));
        }
        return Evidence.of(
                        source + ":" + EvidenceTypes.SOURCE_COVERAGE + "@" + now.latest(),
                        EvidenceTypes.SOURCE_COVERAGE,
                        source,
                        now.latest(),
                        source)
                .with("source", source)
                .with("types", types)
                .with("from", before.earliest().toString())
                .with("to", now.latest().toString())
                .with("status", "PARTIAL");
    }

    /** What the snapshot shows of an entry. */
    List<EvidenceBuilder> seen(Entry entry) {
        List<EvidenceBuilder> records = new ArrayList<>();
        if (options.emission().accounts()) {
            EvidenceBuilder state = record(STATE, entry, "")
                    .with("active", entry.isActive())
                    .with("entitlements", List.copyOf(entry.entitlements()));
            entry.status().ifPresent(word -> state.with("status", word));
            entry.position().forEach(state::with);
            entry.kept().forEach(state::with);
            records.add(state);
        }
        if (options.emission().accounts() && options.members()) {
            entry.entitlements()
                    .forEach(name ->
                            records.add(record(MEMBERS, entry, ":" + name).with("entitlement", name)));
        }
        if (options.emission().people() && entry.isActive() && entry.isPerson()) {
            EvidenceBuilder roster = record(ROSTER, entry, "");
            entry.position().forEach(roster::with);
            entry.kept().forEach(roster::with);
            records.add(roster);
        }
        return records;
    }

    /** An entry that was in no snapshot before, the last whole one of which was taken then. */
    List<EvidenceBuilder> appeared(Entry entry, SnapshotTime absent) {
        List<EvidenceBuilder> records = new ArrayList<>(account(CREATED, entry, absent, "APPEARED"));
        records.addAll(granted(entry, entry.entitlements(), absent));
        if (entry.isActive()) {
            records.addAll(person(HIRED, entry, absent, "APPEARED"));
        }
        return records;
    }

    /** An entry that was seen before, maybe as it is still. */
    List<EvidenceBuilder> changed(Entry before, Entry entry, SnapshotTime last) {
        List<EvidenceBuilder> records = new ArrayList<>();
        if (!before.isActive() && entry.isActive()) {
            records.addAll(account(CREATED, entry, last, "REACTIVATED"));
            records.addAll(person(HIRED, entry, last, "REACTIVATED"));
        } else if (before.isActive() && !entry.isActive()) {
            records.addAll(account(DISABLED, entry, last, "DEACTIVATED"));
            records.addAll(person(TERMINATED, entry, last, "DEACTIVATED"));
        } else if (entry.isActive() && !before.position().equals(entry.position())) {
            records.addAll(moved(before, entry, last));
        }
        records.addAll(granted(entry, without(entry.entitlements(), before.entitlements()), last));
        records.addAll(revoked(entry, without(before.entitlements(), entry.entitlements()), last));
        return records;
    }

    /** An entry that a whole snapshot does not list any more; nothing when it was not in force and could do nothing. */
    List<EvidenceBuilder> removed(Entry before, SnapshotTime last) {
        List<EvidenceBuilder> records = new ArrayList<>();
        if (before.isActive()) {
            records.addAll(account(DISABLED, before, last, "REMOVED"));
            records.addAll(person(TERMINATED, before, last, "REMOVED"));
        }
        records.addAll(revoked(before, before.entitlements(), last));
        return records;
    }

    private List<EvidenceBuilder> account(String type, Entry entry, SnapshotTime last, String change) {
        if (!options.emission().accounts()) {
            return List.of();
        }
        EvidenceBuilder record = since(record(type, entry, ""), last).with("change", change);
        if (type.equals(CREATED)) {
            record.with("active", entry.isActive());
        }
        return List.of(record);
    }

    private List<EvidenceBuilder> person(String type, Entry entry, SnapshotTime last, String change) {
        if (!options.emission().people() || !entry.isPerson()) {
            return List.of();
        }
        EvidenceBuilder record = since(record(type, entry, ""), last).with("change", change);
        entry.position().forEach(record::with);
        entry.kept().forEach(record::with);
        return List.of(record);
    }

    private List<EvidenceBuilder> moved(Entry before, Entry entry, SnapshotTime last) {
        return person(MOVED, entry, last, "MOVED").stream()
                .map(record -> record.with("before", AttributeValue.of(before.position())))
                .toList();
    }

    private List<EvidenceBuilder> granted(Entry entry, Set<String> names, SnapshotTime last) {
        return access(GRANTED, entry, names, last);
    }

    private List<EvidenceBuilder> revoked(Entry entry, Set<String> names, SnapshotTime last) {
        return access(REVOKED, entry, names, last);
    }

    private List<EvidenceBuilder> access(String type, Entry entry, Set<String> names, SnapshotTime last) {
        if (!options.emission().accounts()) {
            return List.of();
        }
        return names.stream()
                .map(name -> since(record(type, entry, ":" + name), last).with("entitlement", name))
                .toList();
    }

    private EvidenceBuilder record(String type, Entry entry, String detail) {
        EvidenceBuilder record = Evidence.of(
                source + ":" + type + ":" + entry.id() + detail + "@" + now.latest(),
                type,
                entry.id(),
                now.latest(),
                source);
        if (type.startsWith("iam.")) {
            options.system().ifPresent(system -> record.with("system", system));
            entry.human().ifPresent(human -> record.with("human", human));
        }
        return record;
    }

    private EvidenceBuilder since(EvidenceBuilder record, SnapshotTime last) {
        return record.with("notBefore", last.earliest().toString())
                .with("notAfter", now.latest().toString());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
