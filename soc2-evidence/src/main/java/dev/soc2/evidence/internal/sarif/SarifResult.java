package dev.soc2.evidence.internal.sarif;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.findings.Draft;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RecordId;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.Words;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One result of a run. */
final class SarifResult {

    private static final Set<String> NOTHING_FOUND = Set.of("pass", "notApplicable", "informational");

    private final JsonObject result;
    private final JsonRecord row;
    private final SarifRun run;
    private final ExportFile file;
    private final Map<String, String> severities;
    private final Optional<JsonObject> rule;

    SarifResult(JsonRecord row, SarifRun run, ExportFile file, Map<String, String> severities) {
        this.row = row;
        this.result = row.value();
        this.run = run;
        this.file = file;
        this.severities = Map.copyOf(severities);
        this.rule = run.rule(result);
    }

    Outcome read() {
        if (NOTHING_FOUND.contains(kind()) || isAbsent()) {
            return new Outcome.LeftOut();
        }
        RowFaults faults = new RowFaults(row.place());
        Optional<Instant> seen = faults.need(
                run.ended().or(file::extractedAt),
                "neither the run's invocations nor the export tell when the tool ran",
                "let the tool write its invocations, or declare 'extractedAt' for this export");
        Optional<String> ruleId = faults.need(ruleId(), "the result names no rule", "export results with their ruleId");
        return faults.orElse(
                () -> List.of(record(ruleId.orElseThrow(), seen.orElseThrow()).record()));
    }

    private Draft record(String ruleId, Instant seen) {
        Optional<String> address = address();
        String asset = address.or(this::logical).or(run::repository).orElseGet(file::source);
        String id = RecordId.of(file.source(), ruleId, asset, identity(), seen);
        return Found.of(ruleId, severity())
                .as(Found.TYPE, id, asset, seen, file.source())
                .text("level", level().map(Words::upper))
                .text("kind", kind().equals("fail") ? Optional.empty() : Optional.of(Words.upper(kind())))
                .text(
                        "title",
                        rule.flatMap(each -> each.text("shortDescription.text")
                                .or(() -> each.text("name"))
                                .or(() -> each.text("fullDescription.text"))))
                .text("message", result.text("message.text"))
                .whole("line", line())
                .text("baselineState", result.text("baselineState").map(Words::upper))
                .flag("suppressed", suppressed())
                .texts("suppressions", suppressions("kind"))
                .texts("justifications", suppressions("justification"))
                .text("tool", run.tool())
                .text("toolVersion", run.toolVersion())
                .text("repository", run.repository())
                .text("revision", run.revision())
                .texts("tags", tags());
    }

    private Optional<String> ruleId() {
        return result.text("ruleId").or(() -> result.text("rule.id")).or(() -> rule.flatMap(each -> each.text("id")));
    }

    private String kind() {
        return result.text("kind").orElse("fail");
    }

    /** What a baseline had and this run did not find again. */
    private boolean isAbsent() {
        return result.text("baselineState").filter("absent"::equals).isPresent();
    }

    /** The level of the result, else that of its rule, else the one that the standard gives. */
    private Optional<String> level() {
        return result.text("level")
                .or(() -> kind().equals("fail")
                        ? rule.flatMap(each -> each.text("defaultConfiguration.level"))
                                .or(() -> Optional.of("warning"))
                        : Optional.of("none"));
    }

    /** A score where the tool gives one, else what the options say about the level. */
    private Optional<String> severity() {
        return Stream.of(Optional.of(result), rule)
                .flatMap(Optional::stream)
                .flatMap(each -> score(each).stream())
                .findFirst()
                .flatMap(Words::rating)
                .or(() -> level().map(severities::get).map(Words::severity));
    }

    private static Optional<BigDecimal> score(JsonObject object) {
        return object.object("properties")
                .flatMap(properties -> properties
                        .number("security-severity")
                        .or(() -> properties.text("security-severity").flatMap(SarifResult::decimal)));
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.matches("[0-9]{1,2}(\\.[0-9]{1,2})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private Optional<JsonObject> location() {
        return result.objects("locations").stream().findFirst();
    }

    private Optional<String> address() {
        return location()
                .flatMap(each -> each.object("physicalLocation.artifactLocation"))
                .or(() -> result.object("analysisTarget"))
                .flatMap(run::address);
    }

    private Optional<String> logical() {
        return location()
                .flatMap(each -> each.objects("logicalLocations").stream()
                        .flatMap(named -> named.text("fullyQualifiedName").or(() -> named.text("name")).stream())
                        .findFirst());
    }

    private Optional<Long> line() {
        return location().flatMap(each -> each.whole("physicalLocation.region.startLine"));
    }

    /** What tells this result from others of its rule in its artefact. */
    private String identity() {
        List<String> prints = new ArrayList<>();
        for (String field : List.of("fingerprints", "partialFingerprints")) {
            result.object(field)
                    .ifPresent(each -> each.names().stream()
                            .sorted()
                            .forEach(name -> each.name(name).ifPresent(print -> prints.add(name + "=" + print))));
            if (!prints.isEmpty()) {
                return String.join(",", prints);
            }
        }
        Optional<JsonObject> region = location().flatMap(each -> each.object("physicalLocation.region"));
        for (String field : List.of("startLine", "startColumn", "endLine", "endColumn", "charOffset", "byteOffset")) {
            prints.add(region.flatMap(each -> each.name(field)).orElse(""));
        }
        prints.add(RecordId.digest(List.of(result.text("message.text").orElse(""))));
        return String.join(",", prints);
    }

    /** Whether somebody chose not to see it: there are suppressions, and none that waits or was turned down. */
    private Optional<Boolean> suppressed() {
        List<JsonObject> all = result.objects("suppressions");
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(all.stream()
                .allMatch(each -> each.text("status")
                        .or(() -> each.text("state"))
                        .orElse("accepted")
                        .equals("accepted")));
    }

    private List<String> suppressions(String field) {
        return result.objects("suppressions").stream()
                .limit(100)
                .flatMap(each -> each.text(field).stream())
                .toList();
    }

    private List<String> tags() {
        return rule.map(each -> each.texts("properties.tags")).orElse(List.of());
    }
}
