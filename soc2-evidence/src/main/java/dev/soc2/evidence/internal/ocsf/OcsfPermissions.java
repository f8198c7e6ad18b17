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

/** Findings about permissions: who has which, as seen at the time of the analysis. */
final class OcsfPermissions {

    private final OcsfRow row;

    OcsfPermissions(OcsfRow row) {
        this.row = row;
    }

    Outcome read() {
        Optional<String> identity = row.user("user");
        List<JsonObject> results = row.value().objects("permission_analysis_results");
        List<JsonObject> accessors = row.value().objects("access_analysis_result.accessors");
        row.faults().limit(Math.max(results.size(), accessors.size()), "results");
        if (identity.isEmpty() && accessors.isEmpty()) {
            row.faults()
                    .add(
                            "the analysis names neither a user nor accessors of a resource",
                            "export analyses with the identity that they are about");
        }
        return row.faults()
                .orElse(() -> identity.map(user -> ofIdentity(user, results)).orElseGet(() -> ofResource(accessors)));
    }

    private List<EvidenceBuilder> ofIdentity(String user, List<JsonObject> results) {
        Optional<Boolean> privileged = row.value()
                .whole("user.type_id")
                .filter(type -> type == 1 || type == 2)
                .map(type -> type == 2);
        if (results.isEmpty()) {
            return List.of(member(user, Optional.empty(), List.of())
                    .flag("privileged", privileged)
                    .record());
        }
        List<EvidenceBuilder> records = new ArrayList<>();
        for (JsonObject result : results) {
            Optional<String> policy = OcsfRow.first(result, "policy.name", "policy.uid");
            records.add(member(user, policy, result.texts("granted_privileges"))
                    .flag("privileged", privileged)
                    .record());
        }
        return records;
    }

    private List<EvidenceBuilder> ofResource(List<JsonObject> accessors) {
        Optional<String> resource = row.resources().stream()
                .flatMap(each -> OcsfRow.resource(each).stream())
                .findFirst();
        List<String> privileges = row.value().texts("access_analysis_result.granted_privileges");
        List<EvidenceBuilder> records = new ArrayList<>();
        accessors.forEach(accessor -> OcsfRow.account(accessor)
                .ifPresent(account ->
                        records.add(member(account, resource, privileges).record())));
        if (records.size() < accessors.size()) {
            throw new IllegalArgumentException("an accessor has no name");
        }
        return records;
    }

    private Draft member(String user, Optional<String> entitlement, List<String> privileges) {
        Instant seen = row.seen().orElseThrow();
        String id = row.id("permission", row.findingName().orElseGet(row::eventName), user, entitlement.orElse(""));
        return new Draft(Evidence.of(id, "iam.role.members", user, seen, row.source()))
                .text("system", row.first("cloud.account.uid", "metadata.product.name"))
                .text("entitlement", entitlement)
                .texts("privileges", privileges);
    }
}
