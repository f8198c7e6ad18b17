package dev.soc2.evidence.internal.trivy;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.findings.CheckState;
import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.Nodes;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One finding of a report. */
final class TrivyFinding {

    private final JsonRecord row;
    private final JsonObject finding;
    private final JsonObject report;
    private final ExportFile file;
    private final RowFaults faults;
    private final Optional<JsonObject> resource;
    private final Optional<JsonObject> result;

    TrivyFinding(JsonRecord row, JsonObject report, ExportFile file) {
        this.row = row;
        this.finding = row.value();
        this.report = report;
        this.file = file;
        this.faults = new RowFaults(row.place());
        int cut = row.array().indexOf("Results");
        String holder = cut == 0 ? "" : row.array().substring(0, cut - 1);
        this.resource = holder.isEmpty()
                ? Optional.empty()
                : Nodes.member(report, holder, row.indices().get(0));
        int index = row.indices().get(holder.isEmpty() ? 0 : 1);
        this.result = (holder.isEmpty() ? Optional.of(report) : resource)
                .flatMap(each -> Nodes.member(each, "Results", index));
    }

    Outcome read() {
        Optional<Instant> seen = faults.need(
                report.instant("CreatedAt").or(file::extractedAt),
                "the report does not tell when it was made",
                "export it with a Trivy from 0.48 on, or declare 'extractedAt' for this export");
        if (row.array().endsWith(TrivyFormat.VULNERABILITIES)) {
            return vulnerability(finding, seen);
        }
        if (row.array().endsWith(TrivyFormat.MISCONFIGURATIONS)) {
            return misconfiguration(seen);
        }
        return row.array().endsWith(TrivyFormat.SECRETS) ? secret(seen) : modified(seen);
    }

    private Outcome vulnerability(JsonObject vulnerability, Optional<Instant> seen) {
        Optional<Found> found = found(vulnerability);
        Optional<String> status = vulnerability.text("Status").map(Words::upper);
        boolean matters = status.filter("NOT_AFFECTED"::equals).isEmpty();
        return faults.orElse(() -> {
            Draft draft = record(matters ? Found.TYPE : Found.ASSESSED, found.orElseThrow(), seen.orElseThrow());
            if (matters) {
                draft.text("fixStatus", status);
            } else {
                draft.text("state", status);
            }
            return List.of(draft.text("title", vulnerability.text("Title"))
                    .instant("publishedAt", vulnerability.instant("PublishedDate"))
                    .record());
        });
    }

    private Optional<Found> found(JsonObject vulnerability) {
        return faults.need(
                        vulnerability.text("VulnerabilityID"),
                        "the vulnerability has no VulnerabilityID",
                        "export the report as it is")
                .map(id -> new Found(
                        id,
                        vulnerability.text("Severity").map(Words::severity),
                        vulnerability.text("PkgName"),
                        vulnerability.text("InstalledVersion"),
                        vulnerability.text("FixedVersion"),
                        vulnerability.text("PkgIdentifier.PURL"),
                        vulnerability.text("PkgPath")));
    }

    private Draft record(String type, Found found, Instant seen) {
        String id = RecordId.of(
                file.source(), type, found.vulnerability(), found.part(), target().orElse(""), asset(), seen);
        return found.as(type, id, asset(), seen, file.source())
                .text("target", target())
                .text("class", result.flatMap(each -> each.text("Class")));
    }

    private Optional<String> target() {
        return result.flatMap(each -> each.text("Target"));
    }

    /** What was scanned: the object of a cluster, or the artefact, or what the export is declared to be of. */
    private String asset() {
        if (resource.isPresent()) {
            JsonObject object = resource.get();
            String path = RecordId.path(
                    report.text("ClusterName").orElse(""),
                    object.text("Namespace").orElse(""),
                    object.text("Kind").orElse(""),
                    object.text("Name").orElse(""));
            return path.isEmpty() ? file.source() : path;
        }
        return report.text("ArtifactName")
                .or(() -> report.texts("Metadata.RepoTags").stream().findFirst())
                .or(() -> report.text("Metadata.ImageID"))
                .orElseGet(file::source);
    }

    private Outcome misconfiguration(Optional<Instant> seen) {
        Optional<String> check = faults.need(
                finding.text("ID").or(() -> finding.text("AVDID")),
                "the misconfiguration has no ID",
                "export the report as it is");
        Set<String> statuses =
                finding.text("Status").flatMap(Words::status).map(Set::of).orElse(Set.of());
        Optional<String> severity = finding.text("Severity").map(Words::severity);
        String mark = RecordId.digest(Stream.of(
                        finding.text("Message"),
                        finding.name("CauseMetadata.StartLine"),
                        finding.name("CauseMetadata.EndLine"),
                        finding.text("CauseMetadata.Resource"))
                .map(part -> part.orElse(""))
                .toList());
        return faults.orElse(() -> {
            String id = RecordId.of(
                    file.source(), "check", check.orElseThrow(), target().orElse(""), mark, asset(), seen.get());
            return List.of(new CheckState(check, statuses, severity, List.of())
                    .of(id, asset(), seen.get(), file.source())
                    .text("title", finding.text("Title"))
                    .text("message", finding.text("Message"))
                    .text("target", target())
                    .text("kind", result.flatMap(each -> each.text("Type")))
                    .record());
        });
    }

    /** A secret is told by its rule and place; what was matched is not kept. */
    private Outcome secret(Optional<Instant> seen) {
        Optional<String> rule =
                faults.need(finding.text("RuleID"), "the secret has no RuleID", "export the report as it is");
        return faults.orElse(() -> {
            String place = finding.name("StartLine").orElse("") + "-"
                    + finding.name("EndLine").orElse("");
            String id = RecordId.of(
                    file.source(), "secret", rule.orElseThrow(), place, target().orElse(""), asset(), seen.get());
            return List.of(Found.of(rule.get(), finding.text("Severity").map(Words::severity))
                    .as(Found.TYPE, id, asset(), seen.get(), file.source())
                    .text("title", finding.text("Title"))
                    .text("target", target())
                    .text("kind", "SECRET")
                    .whole("line", finding.whole("StartLine"))
                    .record());
        });
    }

    /** A finding that a VEX document or a list of exceptions took out of the report. */
    private Outcome modified(Optional<Instant> seen) {
        Optional<JsonObject> original = finding.object("Finding");
        if (finding.text("Type").filter(type -> !type.equals("vulnerability")).isPresent()) {
            return new Outcome.LeftOut();
        }
        Optional<String> state = faults.need(
                finding.text("Status").map(Words::upper),
                "the modified finding has no Status",
                "export the report as it is");
        if (original.isEmpty()) {
            faults.add("the modified finding does not hold the finding", "export the report as it is");
        }
        Optional<Found> found = original.flatMap(this::found);
        return faults.orElse(() -> List.of(record(Found.ASSESSED, found.orElseThrow(), seen.orElseThrow())
                .text("state", state)
                .text("justification", finding.text("Statement"))
                .text("assessedBy", finding.text("Source"))
                .record()));
    }
}
