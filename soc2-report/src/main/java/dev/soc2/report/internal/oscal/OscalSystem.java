package dev.soc2.report.internal.oscal;

import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.report.internal.view.CriterionFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The system as the engagement describes it, and how each criterion is implemented by its controls. */
final class OscalSystem {

    private static final String NOT_DESCRIBED = "Not described in the engagement.";

    private final OscalScene scene;
    private final Engagement engagement;
    private final OscalDocument document;
    private final OscalJson json;

    OscalSystem(OscalScene scene, OscalDocument document) {
        this.scene = scene;
        this.engagement = scene.assessment().engagement();
        this.document = document;
        this.json = document.json();
    }

    void write() {
        document.write(
                scene,
                "system-security-plan",
                "Description of " + scene.findings().subject(),
                () -> {
                    json.object("import-profile", () -> json.value("href", "catalog.json"));
                    json.object("system-characteristics", this::characteristics);
                    json.object("system-implementation", this::implementation);
                    json.object("control-implementation", () -> {
                        json.prose(
                                "description", "The controls of " + engagement.organization() + " for each criterion.");
                        json.objects(
                                "implemented-requirements",
                                scene.criteria().stream()
                                        .filter(criterion ->
                                                !criterion.controls().isEmpty())
                                        .toList(),
                                this::requirement);
                    });
                });
    }

    private String described(DescriptionCriterion criterion) {
        return engagement
                .description()
                .answer(criterion)
                .map(OscalSystem::written)
                .filter(text -> !text.isBlank())
                .orElse(NOT_DESCRIBED);
    }

    private static String written(DescriptionAnswer answer) {
        List<String> parts = new ArrayList<>(List.of(answer.text()));
        answer.parts().forEach((name, text) -> parts.add(name + ": " + text));
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
    }

    private void characteristics() {
        json.objects("system-ids", List.of(engagement.id()), id -> json.line("id", id));
        json.line("system-name", scene.findings().subject());
        json.prose("description", described(DescriptionCriterion.DC1));
        json.object(
                "system-information",
                () -> json.objects("information-types", List.of(scene), type -> {
                    json.value("uuid", scene.names().uuid("information-type", "all"));
                    json.prose("title", "Data of the system");
                    json.prose("description", described(DescriptionCriterion.DC3));
                }));
        json.object("status", () -> json.value("state", "operational"));
        json.object("authorization-boundary", () -> json.prose("description", described(DescriptionCriterion.DC3)));
    }

    private void implementation() {
        json.objects("users", List.of(scene), user -> {
            json.value("uuid", scene.names().uuid("user", "prepared-by"));
            json.texts("role-ids", List.of("prepared-by"));
        });
        json.objects("components", List.of(engagement), system -> {
            json.value("uuid", scene.system());
            json.value("type", "this-system");
            json.prose("title", scene.findings().subject());
            json.prose("description", described(DescriptionCriterion.DC1));
            List<Map.Entry<String, String>> suppliers = engagement.subserviceOrganizations().stream()
                    .map(this::supplier)
                    .toList();
            json.props(suppliers);
            json.object("status", () -> json.value("state", "operational"));
        });
    }

    private Map.Entry<String, String> supplier(SubserviceOrganization supplier) {
        return Map.entry(
                "subservice-organization",
                supplier.name() + ", " + supplier.services() + ": "
                        + scene.findings().words().of(supplier.method()));
    }

    private void requirement(CriterionFinding criterion) {
        var id = criterion.result().id();
        json.value("uuid", scene.names().uuid("requirement", id.value()));
        json.value("control-id", OscalNames.criterion(id));
        json.objects("statements", List.of(criterion), statement -> {
            json.value("statement-id", OscalNames.statement(id));
            json.value("uuid", scene.names().uuid("statement", id.value()));
            json.objects("by-components", List.of(criterion), component -> {
                json.value("component-uuid", scene.system());
                json.value("uuid", scene.names().uuid("by-component", id.value()));
                json.prose(
                        "description",
                        String.join(
                                "; ",
                                criterion.controls().stream()
                                        .map(control -> control.id() + " " + control.title())
                                        .toList()));
            });
        });
    }
}
