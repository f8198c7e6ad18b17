package dev.soc2.evidence.internal.ocsf;

import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes of accounts and of what they may do. What failed, or of which the event says that its outcome is unknown, was
 * no change and stays an audit event.
 */
final class OcsfAccounts {

    private static final String CREATED = "iam.account.created";
    private static final String DISABLED = "iam.account.disabled";
    private static final String GRANTED = "iam.access.granted";
    private static final String REVOKED = "iam.access.revoked";

    private final OcsfRow row;

    OcsfAccounts(OcsfRow row) {
        this.row = row;
    }

    Outcome accountChange() {
        return change(
                "user", Map.of(1L, CREATED, 5L, DISABLED, 6L, DISABLED, 7L, GRANTED, 8L, REVOKED), Stream.of("policy"));
    }

    Outcome userManagement() {
        return change(
                "user",
                Map.of(
                        1L, CREATED, 3L, DISABLED, 5L, DISABLED, 10L, GRANTED, 11L, REVOKED, 14L, GRANTED, 15L, REVOKED,
                        16L, GRANTED, 17L, REVOKED),
                Stream.of("privileges", "iam_roles", "policies"));
    }

    Outcome userAccess() {
        return change(
                "user",
                Map.of(1L, GRANTED, 2L, REVOKED, 3L, GRANTED, 4L, REVOKED),
                Stream.of("privileges", "iam_role"));
    }

    /** A group gets privileges, or a user gets into a group. */
    Outcome group() {
        long activity = row.activityId();
        if (activity == 3 || activity == 4) {
            return change("user", Map.of(3L, GRANTED, 4L, REVOKED), Stream.of("group"));
        }
        return change("group", Map.of(1L, GRANTED, 2L, REVOKED), Stream.of("privileges"));
    }

    Outcome role() {
        return change(
                "iam_role",
                Map.of(4L, GRANTED, 5L, REVOKED, 8L, GRANTED, 9L, REVOKED),
                Stream.of("privileges", "policies"));
    }

    private Outcome change(String target, Map<Long, String> types, Stream<String> entitlements) {
        Optional<String> subject = row.faults()
                .need(
                        row.user(target).or(() -> row.first(target)),
                        "the event does not tell its '" + target + "'",
                        "export events with the account that they are about");
        Optional<String> outcome = row.outcome();
        boolean happened = outcome.isEmpty() || outcome.get().equals("SUCCESS");
        Optional<String> type = Optional.ofNullable(types.get(row.activityId())).filter(t -> happened);
        List<String> what =
                type.filter(t -> t.equals(GRANTED) || t.equals(REVOKED)).isEmpty()
                        ? List.of()
                        : entitlements.flatMap(this::entitlements).distinct().toList();
        row.faults().limit(what.size(), "entitlements");
        return row.faults().orElse(() -> {
            List<EvidenceBuilder> records = new ArrayList<>();
            for (String each : what) {
                records.add(record(type.orElseThrow(), subject.orElseThrow(), Optional.of(each)));
            }
            if (what.isEmpty()) {
                records.add(record(type.orElse("audit.event"), subject.orElseThrow(), Optional.empty()));
            }
            return records;
        });
    }

    /** Names of privileges, roles, policies or groups: plain texts, or objects. */
    private Stream<String> entitlements(String path) {
        return Stream.concat(
                row.value().texts(path).stream(),
                row.value().objects(path).stream().flatMap(OcsfAccounts::named));
    }

    private static Stream<String> named(JsonObject object) {
        return OcsfRow.first(object, "name", "uid").stream();
    }

    private EvidenceBuilder record(String type, String subject, Optional<String> entitlement) {
        Instant seen = row.seen().orElseThrow();
        String id = row.id(type, row.eventName(), subject, entitlement.orElse(""));
        Draft draft = new Draft(Evidence.of(id, type, subject, seen, row.source()))
                .observedAt(row.time("metadata.logged_time").orElse(seen))
                .actor(row.actor())
                .text("system", row.system())
                .text("entitlement", entitlement);
        if (type.equals("audit.event")) {
            draft.text("action", row.activity())
                    .text("outcome", row.outcome())
                    .text("address", row.first("src_endpoint.ip"));
        } else {
            draft.text("activity", row.activity());
        }
        if (type.equals(DISABLED)) {
            draft.text("reason", row.first("status_detail", "message"));
        }
        return draft.record();
    }
}
