package dev.soc2.report.internal.oscal;

import java.util.List;

/** What was to be looked at: every criterion that is examined, by every control that addresses it. */
final class OscalPlan {

    private final OscalScene scene;
    private final OscalDocument document;
    private final OscalJson json;

    OscalPlan(OscalScene scene, OscalDocument document) {
        this.scene = scene;
        this.document = document;
        this.json = document.json();
    }

    void write() {
        document.write(scene, "assessment-plan", "Plan for " + scene.findings().subject(), () -> {
            json.object("import-ssp", () -> json.value("href", "ssp.json"));
            document.reviewedControls(scene);
            json.objects("assessment-subjects", List.of("component"), subject -> {
                json.value("type", subject);
                json.object("include-all", () -> {});
            });
        });
    }
}
