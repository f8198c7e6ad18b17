package dev.soc2.report.internal.oscal;

import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The criteria that are examined, by id and short title, and of each what the organisation's controls shall achieve. */
final class OscalCatalog {

    private final OscalScene scene;
    private final OscalDocument document;
    private final OscalJson json;

    OscalCatalog(OscalScene scene, OscalDocument document) {
        this.scene = scene;
        this.document = document;
        this.json = document.json();
    }

    void write() {
        Map<String, List<CriterionFinding>> series = new LinkedHashMap<>();
        scene.criteria()
                .forEach(criterion -> series.computeIfAbsent(
                                criterion.result().id().series(), s -> new ArrayList<>())
                        .add(criterion));
        document.write(
                scene,
                "catalog",
                "Criteria and controls of " + scene.findings().subject(),
                () -> json.objects("groups", series.entrySet(), group -> {
                    json.value("id", OscalNames.token(group.getKey()));
                    json.value("class", "criteria-series");
                    json.prose(
                            "title",
                            group.getKey() + " "
                                    + group.getValue()
                                            .get(0)
                                            .result()
                                            .criterion()
                                            .seriesName());
                    json.objects("controls", group.getValue(), this::criterion);
                }));
    }

    private void criterion(CriterionFinding criterion) {
        var id = criterion.result().id();
        json.value("id", OscalNames.criterion(id));
        json.value("class", "criterion");
        json.prose("title", criterion.result().criterion().title());
        json.objects("props", List.of(id.value()), label -> {
            json.value("name", "label");
            json.line("value", label);
        });
        List<ControlFinding> controls = criterion.controls();
        List<Runnable> parts = new ArrayList<>();
        parts.add(() -> {
            json.value("id", OscalNames.statement(id));
            json.value("name", "statement");
            json.prose(
                    "prose",
                    criterion.result().criterion().title()
                            + ". A short title of our own; the criterion itself is published by its owner.");
        });
        controls.forEach(control -> parts.add(() -> {
            json.value("id", OscalNames.objective(id, control.id()));
            json.value("name", "assessment-objective");
            json.objects("props", List.of(control.id()), label -> {
                json.value("name", "label");
                json.line("value", label);
            });
            String description = control.result().control().description();
            json.prose("prose", control.id() + ": " + (description.isBlank() ? control.title() : description));
        }));
        json.objects("parts", parts, Runnable::run);
    }
}
