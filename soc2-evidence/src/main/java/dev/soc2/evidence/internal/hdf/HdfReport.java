package dev.soc2.evidence.internal.hdf;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a report says of all its controls. */
final class HdfReport {

    /** How the converter of AWS findings writes the resource that a result is about. */
    private static final Pattern RESOURCE = Pattern.compile("^Resources: \\[Type: [^,\\]]*, Id: ([^,\\]]+)[,\\]]");

    private static final Pattern CONVERTER = Pattern.compile("(?i)heimdall.*");

    private final JsonObject outline;
    private final Optional<String> declared;
    private final ExportFile file;
    private final List<Node> profiles;

    HdfReport(JsonObject outline, Optional<String> declared, ExportFile file) {
        this.outline = outline;
        this.declared = declared;
        this.file = file;
        this.profiles = outline.at("profiles")
                .map(value -> value instanceof ListNode list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    /** The profile with a number in the report. */
    Optional<JsonObject> profile(int number) {
        return number < profiles.size() && profiles.get(number) instanceof MapNode map
                ? Optional.of(JsonObject.of(map))
                : Optional.empty();
    }

    /** Whether a profile is an overlay, which changes the controls of others and has no results of its own. */
    static boolean isOverlay(JsonObject profile) {
        return !profile.objects("depends").isEmpty();
    }

    /**
     * The asset that a result is about: as declared, else the resource that the result names, else the target of the
     * report, else the platform, unless that is the converter.
     */
    Optional<String> subject(String description) {
        Matcher resource = RESOURCE.matcher(description);
        Optional<String> named = resource.find() ? Optional.of(resource.group(1).strip()) : Optional.empty();
        return declared.or(() -> named)
                .or(() -> outline.text("platform.target_id"))
                .or(() -> outline.text("passthrough.checklist.asset.hostfqdn"))
                .or(() -> outline.text("passthrough.checklist.asset.hostname"))
                .or(() -> outline.text("platform.name")
                        .filter(name -> !CONVERTER.matcher(name).matches()));
    }

    Optional<Instant> extractedAt() {
        return file.extractedAt();
    }
}
