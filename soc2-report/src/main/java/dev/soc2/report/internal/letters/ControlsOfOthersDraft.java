package dev.soc2.report.internal.letters;

import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.report.internal.prose.Prose;
import java.util.ArrayList;
import java.util.List;

/** The lists of complementary controls: what customers do, and what is assumed of subservice organisations. */
final class ControlsOfOthersDraft {

    private ControlsOfOthersDraft() {}

    static Prose of(Scene scene) {
        Draft draft = new Draft(scene, scene.text("others.title", scene.subject()));
        draft.heading(2, "others.users.heading");
        List<Draft.Cells> users = scene.engagement().userEntityControls().stream()
                .map(c -> Draft.Cells.of(
                        draft.declared("", "userEntityControls." + c.id()), c.id(), c.text(), Scene.ids(c.criteria())))
                .toList();
        draft.add(
                users.isEmpty()
                        ? draft.declared(scene.text("others.users.none"), "userEntityControls")
                        : draft.declared(scene.text("others.users"), "userEntityControls"));
        draft.table("others.users.table", List.of("column.id", "column.control", "column.criteria"), users);
        draft.heading(2, "others.organizations.heading");
        List<Draft.Cells> assumed = new ArrayList<>();
        for (SubserviceOrganization organization : scene.engagement().subserviceOrganizations()) {
            for (Csoc csoc : organization.csocs()) {
                assumed.add(Draft.Cells.of(
                        draft.declared("", "subserviceOrganizations.csocs"),
                        organization.name(),
                        csoc.text(),
                        Scene.ids(csoc.criteria().isEmpty() ? organization.criteria() : csoc.criteria())));
            }
        }
        draft.add(draft.declared(
                scene.text(assumed.isEmpty() ? "others.organizations.none" : "others.organizations"),
                "subserviceOrganizations"));
        draft.table(
                "others.organizations.table",
                List.of("column.organization", "column.control", "column.criteria"),
                assumed);
        return draft.build();
    }
}
