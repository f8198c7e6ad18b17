package dev.soc2.report.internal.oscal;

import dev.soc2.report.internal.view.ControlFinding;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be done about the exceptions: one item for each control that has some. */
final class OscalActions {

    private final OscalScene scene;
    private final OscalDocument document;
    private final OscalJson json;

    OscalActions(OscalScene scene, OscalDocument document) {
        this.scene = scene;
        this.document = document;
        this.json = document.json();
    }

    void write() {
        document.write(
                scene,
                "plan-of-action-and-milestones",
                "Exceptions of " + scene.findings().subject(),
                () -> {
                    json.object("import-ssp", () -> json.value("href", "ssp.json"));
                    new OscalRisks(scene, json).write();
                    json.objects("poam-items", scene.risks(), this::item);
                });
    }

    private void item(ControlFinding control) {
        json.value("uuid", scene.names().uuid("poam-item", control.id()));
        json.prose("title", control.id() + " " + control.title());
        String response = control.result().managementResponse().stream()
                .map(note -> note.text())
                .collect(Collectors.joining(" "));
        json.prose("description", response.isBlank() ? "No response of management is recorded." : response);
        json.objects("related-risks", List.of(control), risk -> json.value("risk-uuid", scene.risk(risk)));
    }
}
