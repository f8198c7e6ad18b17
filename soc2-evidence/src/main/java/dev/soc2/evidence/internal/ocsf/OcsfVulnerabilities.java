package dev.soc2.evidence.internal.ocsf;

import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Vulnerability findings: one record for each vulnerability, package and resource. */
final class OcsfVulnerabilities {

    private static final Map<Long, String> LIFECYCLE =
            Map.of(1L, "NEW", 2L, "IN_PROGRESS", 3L, "SUPPRESSED", 4L, "RESOLVED", 5L, "ARCHIVED", 6L, "DELETED");

    private final OcsfRow row;

    OcsfVulnerabilities(OcsfRow row) {
        this.row = row;
    }

    Outcome read() {
        List<Found> found = new ArrayList<>();
        long packages = 0;
        for (JsonObject vulnerability : row.value().objects("vulnerabilities")) {
            packages += Math.max(1, packages(vulnerability).size());
        }
        List<String> assets = row.resources().stream()
                .flatMap(resource -> OcsfRow.resource(resource).stream())
                .toList();
        if (assets.isEmpty()) {
            assets = Stream.of("device.uid", "device.hostname", "cloud.account.uid")
                    .flatMap(path -> row.first(path).stream())
                    .limit(1)
                    .toList();
        }
        if (assets.isEmpty()) {
            row.faults().add("the finding names no resource", "export findings with their resources");
        }
        row.faults().limit(packages * assets.size(), "vulnerabilities and resources");
        if (row.faults().isEmpty()) {
            row.value().objects("vulnerabilities").forEach(vulnerability -> found.addAll(found(vulnerability)));
            if (found.isEmpty()) {
                row.faults().add("the finding holds no vulnerability", "export findings with their vulnerabilities");
            }
        }
        List<String> named = assets;
        return row.faults().orElse(() -> records(found, named));
    }

    private List<EvidenceBuilder> records(List<Found> found, List<String> assets) {
        Instant seen = row.seen().orElseThrow();
        Optional<Instant> first = row.time("finding_info.first_seen_time")
                .or(() -> row.time("finding_info.created_time"))
                .or(() -> row.time("finding.first_seen_time"));
        String finding = row.findingName().orElseGet(row::eventName);
        Map<String, EvidenceBuilder> records = new LinkedHashMap<>();
        for (String asset : assets) {
            for (Found each : found) {
                String id = row.id("vuln", finding, each.vulnerability(), each.part(), asset);
                EvidenceBuilder record = each.as(Found.TYPE, id, asset, first.orElse(seen), row.source())
                        .observedAt(seen)
                        .text("title", row.first("finding_info.title", "finding.title"))
                        .text("account", row.first("cloud.account.uid"))
                        .text("findingStatus", row.value().whole("status_id").map(LIFECYCLE::get))
                        .text("activity", row.activity())
                        .record();
                records.putIfAbsent(id, record);
            }
        }
        return List.copyOf(records.values());
    }

    private static List<JsonObject> packages(JsonObject vulnerability) {
        List<JsonObject> affected = vulnerability.objects("affected_packages");
        return affected.isEmpty() ? vulnerability.objects("packages") : affected;
    }

    private List<Found> found(JsonObject vulnerability) {
        Optional<String> name = row.faults()
                .need(
                        OcsfRow.first(vulnerability, "cve.uid", "advisory.uid", "title"),
                        "a vulnerability of the finding has no cve.uid",
                        "export vulnerabilities with their CVE or advisory id");
        if (name.isEmpty()) {
            return List.of();
        }
        Optional<String> severity = OcsfRow.severity(vulnerability).or(row::severity);
        List<Found> found = packages(vulnerability).stream()
                .map(each -> new Found(
                        name.get(),
                        severity,
                        each.text("name"),
                        each.name("version"),
                        each.name("fixed_in_version"),
                        each.text("purl"),
                        each.text("path")))
                .toList();
        return found.isEmpty() ? List.of(Found.of(name.get(), severity)) : found;
    }
}
