package dev.soc2.evidence.internal.ocsf;

import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events of use: who signed in, and who called which interface. */
final class OcsfEvents {

    private final OcsfRow row;

    OcsfEvents(OcsfRow row) {
        this.row = row;
    }

    Outcome authentication() {
        Optional<String> user = row.faults()
                .need(
                        row.user("user").or(row::actor),
                        "the event does not tell its 'user'",
                        "export events with the account that they are about");
        return row.faults()
                .orElse(() -> List.of(event(user.orElseThrow(), row.activity())
                        .actor(user.or(row::actor))
                        .text("method", row.first("auth_protocol"))
                        .text(
                                "system",
                                row.first("service.name", "dst_endpoint.svc_name", "dst_endpoint.hostname")
                                        .or(row::system))
                        .flag("mfa", row.value().flag("is_mfa"))
                        .flag("remote", row.value().flag("is_remote"))
                        .texts("authFactors", factors())
                        .record()));
    }

    private List<String> factors() {
        return row.value().objects("auth_factors").stream()
                .flatMap(factor -> OcsfRow.first(factor, "factor_type").stream())
                .toList();
    }

    /** A call of an interface, once for each resource that it touched. */
    Outcome api() {
        Optional<String> operation = row.faults()
                .need(
                        row.first("api.operation"),
                        "the event does not tell its 'api.operation'",
                        "export events with the operation that was called");
        List<JsonObject> resources = row.resources();
        row.faults().limit(resources.size(), "resources");
        return row.faults().orElse(() -> {
            List<String> subjects = new ArrayList<>(resources.stream()
                    .flatMap(resource -> OcsfRow.resource(resource).stream())
                    .distinct()
                    .toList());
            if (subjects.isEmpty()) {
                subjects.add(row.first("api.service.name", "cloud.account.uid").orElse(operation.orElseThrow()));
            }
            List<EvidenceBuilder> records = new ArrayList<>();
            subjects.forEach(subject -> records.add(event(subject, operation)
                    .text("system", row.first("api.service.name").or(row::system))
                    .record()));
            return records;
        });
    }

    private Draft event(String subject, Optional<String> action) {
        Instant seen = row.seen().orElseThrow();
        return new Draft(Evidence.of(
                        row.id("event", row.eventName(), subject), "audit.event", subject, seen, row.source()))
                .observedAt(row.time("metadata.logged_time").orElse(seen))
                .actor(row.actor())
                .text("action", action)
                .text("outcome", row.outcome())
                .text("severity", row.severity())
                .text("address", row.first("src_endpoint.ip"));
    }
}
