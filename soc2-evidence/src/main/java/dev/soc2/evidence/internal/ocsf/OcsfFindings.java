package dev.soc2.evidence.internal.ocsf;

import dev.soc2.evidence.internal.findings.CheckState;
import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Findings: checks of resources, alerts and incidents. */
final class OcsfFindings {

    private static final Map<Long, String> COMPLIANCE = Map.of(1L, "PASS", 2L, "WARNING", 3L, "FAIL");
    private static final Map<Long, String> LIFECYCLE =
            Map.of(1L, "NEW", 2L, "IN_PROGRESS", 3L, "SUPPRESSED", 4L, "RESOLVED", 5L, "ARCHIVED", 6L, "DELETED");
    private static final Map<Long, String> INCIDENT =
            Map.of(1L, "NEW", 2L, "IN_PROGRESS", 3L, "ON_HOLD", 4L, "RESOLVED", 5L, "CLOSED");

    private final OcsfRow row;

    OcsfFindings(OcsfRow row) {
        this.row = row;
    }

    /** The class of the first version, which holds findings of every kind. */
    Outcome security() {
        if (row.value().has("compliance")) {
            return compliance();
        }
        return row.value().objects("vulnerabilities").isEmpty() ? detection() : new OcsfVulnerabilities(row).read();
    }

    Outcome compliance() {
        return states(row.first("compliance.control", "metadata.event_code"));
    }

    /** A detection that carries the outcome of a check is a check; any other is an alert. */
    Outcome detection() {
        return statuses().isEmpty() ? alert() : states(row.first("metadata.event_code", "compliance.control"));
    }

    private Set<String> statuses() {
        Set<String> statuses = new TreeSet<>();
        JsonObject event = row.value();
        event.whole("compliance.status_id").map(COMPLIANCE::get).ifPresent(statuses::add);
        event.text("compliance.status").flatMap(Words::status).ifPresent(statuses::add);
        event.text("status_code").flatMap(Words::status).ifPresent(statuses::add);
        return statuses;
    }

    private Outcome states(Optional<String> named) {
        Optional<String> check = named.or(
                () -> row.first("finding_info.analytic.uid", "finding_info.analytic.name", "finding_info.title"));
        List<String> resources = new ArrayList<>();
        row.faults().limit(row.resources().size(), "resources");
        for (JsonObject resource : row.resources()) {
            row.faults()
                    .need(
                            OcsfRow.resource(resource),
                            "a resource of the finding has neither uid nor name",
                            "export findings with their resources")
                    .ifPresent(resources::add);
        }
        if (row.resources().isEmpty()) {
            row.faults()
                    .need(
                            row.first("cloud.account.uid", "device.uid", "device.hostname"),
                            "the finding names no resource",
                            "export findings with their resources")
                    .ifPresent(resources::add);
        }
        CheckState state = new CheckState(check, statuses(), row.severity(), requirements());
        return row.faults().orElse(() -> {
            List<JsonObject> described = row.resources();
            Map<String, EvidenceBuilder> records = new LinkedHashMap<>();
            for (int i = 0; i < resources.size(); i++) {
                Optional<JsonObject> resource = described.isEmpty() ? Optional.empty() : Optional.of(described.get(i));
                records.putIfAbsent(resources.get(i), state(state, resources.get(i), resource));
            }
            return List.copyOf(records.values());
        });
    }

    private EvidenceBuilder state(CheckState state, String subject, Optional<JsonObject> resource) {
        Instant seen = row.seen().orElseThrow();
        String id = row.id("check", state.check().orElse(""), row.findingName().orElseGet(row::eventName), subject);
        return described(state.of(id, subject, seen, row.source()))
                .text("kind", resource.flatMap(r -> r.text("type")))
                .text("region", resource.flatMap(r -> r.text("region")).or(() -> row.first("cloud.region")))
                .record();
    }

    private Draft described(Draft draft) {
        return draft.text("title", row.first("finding_info.title", "finding.title", "message"))
                .text("account", row.first("cloud.account.uid"))
                .text("findingStatus", row.value().whole("status_id").map(LIFECYCLE::get))
                .instant("firstSeenAt", firstSeen());
    }

    private Optional<Instant> firstSeen() {
        return row.time("finding_info.first_seen_time")
                .or(() -> row.time("finding_info.created_time"))
                .or(() -> row.time("finding.first_seen_time"))
                .or(() -> row.time("finding.created_time"));
    }

    /** What the check belongs to: as the schema has it, or as a map of frameworks that tools add. */
    private List<String> requirements() {
        List<String> all = new ArrayList<>(row.value().texts("compliance.requirements"));
        row.value()
                .object("unmapped.compliance")
                .ifPresent(frameworks -> frameworks
                        .names()
                        .forEach(name -> all.add(name + ": " + String.join(", ", frameworks.texts(name)))));
        return all;
    }

    private Outcome alert() {
        Optional<String> uid = row.faults()
                .need(row.findingName(), "the finding has no finding_info.uid", "export findings with their uid");
        return row.faults().orElse(() -> {
            Instant seen = row.seen().orElseThrow();
            List<String> assets = row.resources().stream()
                    .flatMap(resource -> OcsfRow.resource(resource).stream())
                    .toList();
            Draft draft = new Draft(Evidence.of(
                            row.id("alert", uid.orElseThrow()),
                            "alert.raised",
                            uid.get(),
                            firstSeen().orElse(seen),
                            row.source()))
                    .observedAt(seen)
                    .text("severity", row.severity())
                    .text("rule", row.first("finding_info.analytic.name", "finding_info.analytic.uid"))
                    .text("asset", assets.stream().findFirst())
                    .text("activity", row.activity());
            return List.of(described(draft)
                    .texts("assets", assets.size() > 1 ? assets.subList(0, Math.min(assets.size(), 100)) : List.of())
                    .record());
        });
    }

    Outcome incident() {
        List<JsonObject> findings = row.value().objects("finding_info_list");
        Optional<String> uid = row.faults()
                .need(
                        row.first("metadata.uid")
                                .or(() -> findings.stream()
                                        .flatMap(finding -> finding.name("uid").stream())
                                        .findFirst()),
                        "the incident has neither metadata.uid nor a finding with a uid",
                        "export incidents with their uid");
        return row.faults().orElse(() -> {
            Instant seen = row.seen().orElseThrow();
            Optional<Instant> began = row.time("start_time")
                    .or(() -> findings.stream()
                            .flatMap(finding -> OcsfRow.time(finding, "created_time").stream())
                            .sorted()
                            .findFirst());
            return List.of(new Draft(Evidence.of(
                            row.id("incident", uid.orElseThrow()),
                            "incident.detected",
                            uid.get(),
                            began.orElse(seen),
                            row.source()))
                    .observedAt(seen)
                    .text("severity", row.severity())
                    .text(
                            "title",
                            row.first("desc", "message")
                                    .or(() -> findings.stream()
                                            .flatMap(finding -> finding.text("title").stream())
                                            .findFirst()))
                    .text("activity", row.activity())
                    .text("findingStatus", row.value().whole("status_id").map(INCIDENT::get))
                    .text("account", row.first("cloud.account.uid"))
                    .record());
        });
    }
}
