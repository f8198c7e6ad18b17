package dev.soc2.evidence.internal.asff;

import dev.soc2.evidence.internal.findings.CheckState;
import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One finding: vulnerabilities, or a check with its outcome, or else an alert. */
final class AsffFinding {

    static final String ALERT = "alert.raised";
    private static final String PROWLER = "prowler-";

    private final JsonObject finding;
    private final String source;
    private final Optional<ZoneId> zone;
    private final RowFaults faults;

    AsffFinding(JsonRecord row, String source, Optional<ZoneId> zone) {
        this.finding = row.value();
        this.source = source;
        this.zone = zone;
        this.faults = new RowFaults(row.place());
    }

    Outcome read() {
        Optional<String> id =
                faults.need(finding.text("Id"), "the finding has no Id", "check that this is an export of findings");
        Optional<Instant> seen = faults.need(
                time("UpdatedAt").or(() -> time("LastObservedAt")).or(() -> time("CreatedAt")),
                "the finding has no UpdatedAt with an offset",
                "export times with an offset, or declare the 'zone' that they are in");
        List<JsonObject> vulnerabilities = finding.objects("Vulnerabilities");
        boolean isCheck = vulnerabilities.isEmpty() && finding.has("Compliance");
        List<JsonObject> resources = finding.objects("Resources");
        resources.forEach(resource -> faults.need(
                resource.text("Id"), "a resource of the finding has no Id", "export findings with their resources"));
        if (resources.isEmpty() && (isCheck || !vulnerabilities.isEmpty())) {
            faults.add("the finding names no resource", "export findings with their resources");
        }
        faults.limit(
                isCheck ? resources.size() : resources.size() * packages(vulnerabilities),
                "resources and vulnerabilities");
        vulnerabilities.forEach(vulnerability -> faults.need(
                vulnerability.text("Id"), "a vulnerability of the finding has no Id", "export findings as they are"));
        return faults.orElse(() -> {
            if (isCheck) {
                return states(id.orElseThrow(), seen.orElseThrow(), resources);
            }
            return vulnerabilities.isEmpty()
                    ? List.of(alert(id.orElseThrow(), seen.orElseThrow(), resources))
                    : found(id.orElseThrow(), seen.orElseThrow(), vulnerabilities, resources);
        });
    }

    private static long packages(List<JsonObject> vulnerabilities) {
        return vulnerabilities.stream()
                .mapToLong(
                        each -> Math.max(1, each.objects("VulnerablePackages").size()))
                .sum();
    }

    /** A time with an offset, or one that the declared zone makes complete. */
    private Optional<Instant> time(String field) {
        return finding.instant(field)
                .or(() -> zone.flatMap(declared -> finding.text(field).flatMap(text -> local(text, declared))));
    }

    private static Optional<Instant> local(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip().replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> firstSeen() {
        return time("FirstObservedAt").or(() -> time("CreatedAt"));
    }

    private Optional<String> severity() {
        return Stream.of("Severity.Label", "FindingProviderFields.Severity.Label")
                .flatMap(path -> finding.text(path).stream())
                .map(Words::severity)
                .findFirst()
                .or(() -> finding.whole("Severity.Normalized").flatMap(AsffFinding::label));
    }

    /** The label of a normalised severity, as AWS defines it. */
    private static Optional<String> label(long normalized) {
        if (normalized < 0 || normalized > 100) {
            return Optional.empty();
        }
        if (normalized == 0) {
            return Optional.of("INFORMATIONAL");
        }
        if (normalized < 40) {
            return Optional.of("LOW");
        }
        if (normalized < 70) {
            return Optional.of("MEDIUM");
        }
        return Optional.of(normalized < 90 ? "HIGH" : "CRITICAL");
    }

    /** The check; Prowler puts its own name before it. */
    private Optional<String> check() {
        boolean isProwler = finding.text("ProductFields.ProviderName")
                .filter(name -> name.equalsIgnoreCase("prowler"))
                .isPresent();
        return finding.text("Compliance.SecurityControlId")
                .or(() -> finding.text("GeneratorId")
                        .map(name -> isProwler && name.startsWith(PROWLER) ? name.substring(PROWLER.length()) : name));
    }

    private List<EvidenceBuilder> states(String id, Instant seen, List<JsonObject> resources) {
        Set<String> statuses = new TreeSet<>();
        finding.text("Compliance.Status").flatMap(Words::status).ifPresent(statuses::add);
        CheckState state =
                new CheckState(check(), statuses, severity(), finding.texts("Compliance.RelatedRequirements"));
        Map<String, EvidenceBuilder> records = new LinkedHashMap<>();
        for (JsonObject resource : resources) {
            String subject = resource.text("Id").orElseThrow();
            String key = RecordId.of(source, "check", id, subject, seen);
            Draft draft = state.of(key, subject, seen, source)
                    .text("kind", resource.text("Type"))
                    .text("region", resource.text("Region").or(() -> finding.text("Region")))
                    .instant("firstSeenAt", firstSeen());
            records.putIfAbsent(key, described(draft).record());
        }
        return List.copyOf(records.values());
    }

    private Draft described(Draft draft) {
        return draft.text("title", finding.text("Title"))
                .text("account", finding.name("AwsAccountId"))
                .text("workflowStatus", finding.text("Workflow.Status").map(Words::upper))
                .text("recordState", finding.text("RecordState").map(Words::upper));
    }

    private List<EvidenceBuilder> found(
            String id, Instant seen, List<JsonObject> vulnerabilities, List<JsonObject> resources) {
        Map<String, EvidenceBuilder> records = new LinkedHashMap<>();
        for (JsonObject resource : resources) {
            String asset = resource.text("Id").orElseThrow();
            for (JsonObject vulnerability : vulnerabilities) {
                for (Found each : packages(vulnerability)) {
                    String key = RecordId.of(source, "vuln", id, each.vulnerability(), each.part(), asset, seen);
                    Draft draft = each.as(Found.TYPE, key, asset, firstSeen().orElse(seen), source)
                            .observedAt(seen)
                            .text("kind", resource.text("Type"));
                    records.putIfAbsent(key, described(draft).record());
                }
            }
        }
        return List.copyOf(records.values());
    }

    private List<Found> packages(JsonObject vulnerability) {
        String name = vulnerability.text("Id").orElseThrow();
        List<Found> found = new ArrayList<>();
        vulnerability
                .objects("VulnerablePackages")
                .forEach(each -> found.add(new Found(
                        name,
                        severity(),
                        each.text("Name"),
                        each.name("Version"),
                        each.name("FixedInVersion"),
                        Optional.empty(),
                        each.text("FilePath"))));
        return found.isEmpty() ? List.of(Found.of(name, severity())) : found;
    }

    private EvidenceBuilder alert(String id, Instant seen, List<JsonObject> resources) {
        List<String> assets = resources.stream()
                .flatMap(resource -> resource.text("Id").stream())
                .limit(100)
                .toList();
        Draft draft = new Draft(Evidence.of(
                        RecordId.of(source, "alert", id, seen),
                        ALERT,
                        id,
                        firstSeen().orElse(seen),
                        source))
                .observedAt(seen)
                .text("severity", severity())
                .text("rule", finding.texts("Types").stream().findFirst().or(() -> finding.text("GeneratorId")))
                .text("asset", assets.stream().findFirst())
                .texts("assets", assets.size() > 1 ? assets : List.of());
        return described(draft).record();
    }
}
