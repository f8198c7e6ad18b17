package dev.soc2.evidence.internal.sarif;

import dev.soc2.evidence.internal.findings.Nodes;
import dev.soc2.evidence.internal.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run says about all its results: the tool and its rules, when it ran, and what it looked at. */
final class SarifRun {

    private final JsonObject run;
    private final List<Optional<JsonObject>> rules;
    private final Map<String, JsonObject> rulesById = new HashMap<>();
    private final List<Optional<JsonObject>> extensions;
    private final List<Optional<JsonObject>> artifacts;

    private SarifRun(JsonObject run) {
        this.run = run;
        this.rules = Nodes.members(run, "tool.driver.rules");
        this.extensions = Nodes.members(run, "tool.extensions");
        this.artifacts = Nodes.members(run, "artifacts");
        rules.forEach(this::remember);
        extensions.forEach(extension ->
                extension.ifPresent(each -> Nodes.members(each, "rules").forEach(this::remember)));
    }

    private void remember(Optional<JsonObject> rule) {
        rule.ifPresent(each -> each.text("id").ifPresent(id -> rulesById.putIfAbsent(id, each)));
    }

    /** The runs of a log, each at its index; what is no run is empty. */
    static List<Optional<SarifRun>> all(JsonObject log) {
        return Nodes.members(log, "runs").stream()
                .map(run -> run.map(SarifRun::new))
                .toList();
    }

    boolean hasResults() {
        return run.has("results");
    }

    /** Whether the tool says that it broke down. */
    boolean failed() {
        return run.objects("invocations").stream()
                .anyMatch(invocation -> invocation
                        .flag("executionSuccessful")
                        .filter(flag -> !flag)
                        .isPresent());
    }

    /** When the last invocation of the tool ended. */
    Optional<Instant> ended() {
        return latest("endTimeUtc").or(() -> latest("startTimeUtc"));
    }

    private Optional<Instant> latest(String field) {
        return run.objects("invocations").stream()
                .flatMap(invocation -> invocation.instant(field).stream())
                .max(Comparator.naturalOrder());
    }

    Optional<String> tool() {
        return run.text("tool.driver.name");
    }

    Optional<String> toolVersion() {
        return run.text("tool.driver.semanticVersion").or(() -> run.text("tool.driver.version"));
    }

    Optional<String> repository() {
        return control("repositoryUri");
    }

    Optional<String> revision() {
        return control("revisionId");
    }

    private Optional<String> control(String field) {
        return run.objects("versionControlProvenance").stream()
                .flatMap(each -> each.text(field).stream())
                .findFirst();
    }

    /** The rule of a result: by the index that it gives, else by the id. */
    Optional<JsonObject> rule(JsonObject result) {
        Optional<Long> component = result.whole("rule.toolComponent.index");
        List<Optional<JsonObject>> from = component
                .flatMap(index -> at(extensions, index))
                .map(extension -> Nodes.members(extension, "rules"))
                .orElse(rules);
        return result.whole("ruleIndex")
                .or(() -> result.whole("rule.index"))
                .flatMap(index -> at(from, index))
                .or(() -> result.text("ruleId").or(() -> result.text("rule.id")).flatMap(this::byId));
    }

    /** The id of a result may be more special than that of its rule: {@code CA1000/1} belongs to {@code CA1000}. */
    private Optional<JsonObject> byId(String id) {
        for (String name = id; ; name = name.substring(0, name.lastIndexOf('/'))) {
            if (rulesById.containsKey(name)) {
                return Optional.of(rulesById.get(name));
            }
            if (name.lastIndexOf('/') < 0) {
                return Optional.empty();
            }
        }
    }

    /** The address of an artefact: its own, or that of the artefact of the run to which it points. */
    Optional<String> address(JsonObject artifactLocation) {
        return artifactLocation
                .text("uri")
                .or(() -> artifactLocation
                        .whole("index")
                        .flatMap(index -> at(artifacts, index))
                        .flatMap(artifact -> artifact.text("location.uri")));
    }

    private static Optional<JsonObject> at(List<Optional<JsonObject>> list, long index) {
        return index >= 0 && index < list.size() ? list.get((int) index) : Optional.empty();
    }
}
