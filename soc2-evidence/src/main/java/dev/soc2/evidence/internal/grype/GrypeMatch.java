package dev.soc2.evidence.internal.grype;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One match of a vulnerability with a package. */
final class GrypeMatch {

    private final JsonRecord row;
    private final JsonObject match;
    private final Optional<JsonObject> report;
    private final ExportFile file;

    GrypeMatch(JsonRecord row, Optional<JsonObject> report, ExportFile file) {
        this.row = row;
        this.match = row.value();
        this.report = report;
        this.file = file;
    }

    Outcome read() {
        RowFaults faults = new RowFaults(row.place());
        if (row.array().isEmpty() || report.isEmpty()) {
            faults.add("this is no report of Grype, or it breaks off", "export it with 'grype -o json'");
            return faults.refused();
        }
        Optional<Instant> seen = faults.need(
                report.flatMap(whole -> whole.instant("descriptor.timestamp")).or(file::extractedAt),
                "the report does not tell when it was made",
                "export it with a newer Grype, or declare 'extractedAt' for this export");
        Optional<String> name = faults.need(
                match.text("vulnerability.id"), "the match names no vulnerability", "export the report as it is");
        return faults.orElse(() -> {
            Found found = new Found(
                    name.orElseThrow(),
                    match.text("vulnerability.severity").map(Words::severity),
                    match.text("artifact.name"),
                    match.text("artifact.version"),
                    match.texts("vulnerability.fix.versions").stream().findFirst(),
                    match.text("artifact.purl"),
                    places().stream().findFirst());
            boolean isIgnored = row.array().equals("ignoredMatches");
            Draft draft = record(isIgnored ? Found.ASSESSED : Found.TYPE, found, seen.orElseThrow());
            if (isIgnored) {
                ignored(draft);
            } else {
                draft.text("fixStatus", match.text("vulnerability.fix.state").map(Words::upper));
            }
            return List.of(draft.record());
        });
    }

    private Draft record(String type, Found found, Instant seen) {
        String id = RecordId.of(
                file.source(),
                type,
                found.vulnerability(),
                match.text("vulnerability.namespace").orElse(""),
                found.part(),
                match.text("artifact.id").orElseGet(() -> RecordId.digest(places())),
                asset(),
                seen);
        return found.as(type, id, asset(), seen, file.source())
                .text("class", match.text("artifact.type"))
                .texts(
                        "aliases",
                        match.objects("relatedVulnerabilities").stream()
                                .flatMap(each -> each.text("id").stream())
                                .filter(other -> !other.equals(found.vulnerability()))
                                .distinct()
                                .toList());
    }

    private List<String> places() {
        return match.objects("artifact.locations").stream()
                .flatMap(each -> each.text("path").stream())
                .limit(100)
                .toList();
    }

    /** What was scanned. */
    private String asset() {
        return report.flatMap(whole -> whole.text("source.target.userInput")
                        .or(() -> whole.text("source.target.imageID"))
                        .or(() -> whole.text("source.target")))
                .orElseGet(file::source);
    }

    /** Why it was ignored: by a VEX statement, or by a rule of the scan. */
    private void ignored(Draft draft) {
        List<JsonObject> rules = match.objects("appliedIgnoreRules");
        Optional<String> state = first(rules, "vex-status").map(Words::upper);
        draft.text("state", state.orElse("IGNORED"))
                .text("justification", first(rules, "vex-justification").or(() -> first(rules, "reason")));
    }

    private static Optional<String> first(List<JsonObject> rules, String field) {
        return rules.stream().flatMap(rule -> rule.text(field).stream()).findFirst();
    }
}
