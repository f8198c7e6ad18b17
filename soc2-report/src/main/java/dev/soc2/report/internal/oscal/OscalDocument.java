package dev.soc2.report.internal.oscal;

import dev.soc2.model.document.tree.JsonWriter;
import dev.soc2.report.internal.view.CriterionFinding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The frame of an OSCAL document: its root, its metadata, and parts that several documents have. */
final class OscalDocument {

    private static final String PREPARED_BY = "prepared-by";

    private final JsonWriter writer;
    private final OscalJson json;

    OscalDocument(JsonWriter writer) {
        this.writer = writer;
        this.json = new OscalJson(writer);
    }

    OscalJson json() {
        return json;
    }

    /** The document with one root. */
    void write(OscalScene scene, String root, String title, Runnable body) {
        String organization = scene.assessment().engagement().organization();
        writer.document(() -> json.object(root, () -> {
            json.value("uuid", scene.names().uuid("document", root, scene.digest()));
            json.object("metadata", () -> {
                json.prose("title", title);
                json.value("last-modified", scene.modified().toString());
                json.value("version", scene.digest().substring(0, 12));
                json.value("oscal-version", OscalJson.VERSION);
                json.props(List.of(
                        Map.entry("engagement", scene.assessment().engagement().id()),
                        Map.entry("engine-version", scene.assessment().inputs().engineVersion()),
                        Map.entry("assessment-sha256", scene.digest()),
                        Map.entry("redacted", scene.findings().redacted().orElse("")),
                        Map.entry(
                                "disclaimer",
                                "Readiness assessment prepared by management; not a service auditor's report.")));
                json.objects("roles", List.of(PREPARED_BY), role -> {
                    json.value("id", role);
                    json.prose("title", "Prepared by");
                });
                json.objects("parties", List.of(organization), party -> {
                    json.value("uuid", scene.names().uuid("party", "organization"));
                    json.value("type", "organization");
                    json.line("name", party);
                });
                json.objects("responsible-parties", List.of(PREPARED_BY), role -> {
                    json.value("role-id", role);
                    json.texts("party-uuids", List.of(scene.names().uuid("party", "organization")));
                });
            });
            body.run();
        }));
    }

    /** Which controls of the catalog, and which objectives of them, are looked at. */
    void reviewedControls(OscalScene scene) {
        Map<String, String> objectives = new TreeMap<>();
        for (CriterionFinding criterion : scene.criteria()) {
            criterion.controls().forEach(control -> {
                String id = OscalNames.objective(criterion.result().id(), control.id());
                objectives.put(id, id);
            });
        }
        json.object("reviewed-controls", () -> {
            json.objects(
                    "control-selections",
                    List.of(scene),
                    selection -> json.objects(
                            "include-controls",
                            scene.criteria(),
                            criterion -> json.value(
                                    "control-id",
                                    OscalNames.criterion(criterion.result().id()))));
            if (!objectives.isEmpty()) {
                json.objects(
                        "control-objective-selections",
                        List.of(scene),
                        selection -> json.objects(
                                "include-objectives", objectives.keySet(), id -> json.value("objective-id", id)));
            }
        });
    }
}
