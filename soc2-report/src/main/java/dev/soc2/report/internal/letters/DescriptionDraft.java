package dev.soc2.report.internal.letters;

import dev.soc2.model.engagement.Csoc;
import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.SubserviceOrganization;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.report.internal.prose.Prose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A skeleton of Section III: what the engagement declares under each description criterion, and what is to be written. */
final class DescriptionDraft {

    private static final List<String> COMPONENTS =
            List.of("infrastructure", "software", "people", "procedures", "data");

    private final Scene scene;
    private final Draft draft;

    private DescriptionDraft(Scene scene) {
        this.scene = scene;
        this.draft = new Draft(scene, scene.text("description.title", scene.subject()));
    }

    static Prose of(Scene scene) {
        return new DescriptionDraft(scene).write();
    }

    private Prose write() {
        draft.add(draft.declared(
                scene.text("description.lead", scene.subject(), scene.time()), "organization, system, type"));
        for (DescriptionCriterion criterion : DescriptionCriterion.values()) {
            if (criterion == DescriptionCriterion.DC9 && scene.findings().isTypeI()) {
                continue;
            }
            draft.heading(2, "dc." + criterion.name());
            answer(criterion);
            switch (criterion) {
                case DC1, DC3 -> {}
                case DC2 -> commitments();
                case DC4 -> missed();
                case DC5 -> criteria();
                case DC6 -> users();
                case DC7 -> organizations();
                case DC8 -> notRelevant();
                case DC9 -> versions();
            }
        }
        return draft.build();
    }

    private void answer(DescriptionCriterion criterion) {
        Optional<DescriptionAnswer> answer = scene.engagement().description().answer(criterion);
        String field = "description." + criterion.name();
        if (answer.isEmpty()) {
            draft.add(draft.open(scene.text("dc.ask." + criterion.name())));
        }
        answer.ifPresent(given -> paragraphs(given.text()).forEach(text -> draft.add(draft.declared(text, field))));
        Set<String> parts = new LinkedHashSet<>();
        if (criterion == DescriptionCriterion.DC3
                && answer.filter(a -> !a.text().isBlank()).isEmpty()) {
            parts.addAll(COMPONENTS);
        }
        answer.ifPresent(given -> parts.addAll(new TreeSet<>(given.parts().keySet())));
        for (String part : parts) {
            draft.heading(
                    3,
                    "dc.part",
                    COMPONENTS.contains(part) ? scene.text("dc.part." + part.toUpperCase(Locale.ROOT)) : part);
            List<String> texts = answer.map(given -> paragraphs(given.parts().getOrDefault(part, "")))
                    .orElse(List.of());
            texts.forEach(text -> draft.add(draft.declared(text, field + "." + part)));
            if (texts.isEmpty()) {
                draft.add(draft.open(scene.text("dc.ask.part")));
            }
        }
    }

    private static List<String> paragraphs(String text) {
        return List.of(text.split("\\R\\s*\\R")).stream()
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    private void commitments() {
        draft.items(scene.engagement().commitments().stream()
                .map(c -> draft.declared(
                        scene.text("description.commitment", c.text(), Scene.ids(c.criteria())),
                        "commitments." + c.id()))
                .toList());
    }

    private void missed() {
        draft.items(scene.assessment().commitments().stream()
                .filter(c -> c.conclusion() == CommitmentConclusion.MISSED)
                .map(c -> draft.assessed(
                        scene.text("description.missed", c.commitment().text()),
                        "commitments." + c.commitment().id()))
                .toList());
    }

    private void criteria() {
        draft.add(draft.declared(scene.text("description.categories", scene.categories()), "categories"));
        draft.table(
                "description.criteria",
                List.of("column.criterion", "column.title", "column.controls"),
                scene.findings().criteria().stream()
                        .map(c -> Draft.Cells.of(
                                draft.assessed("", "criteria." + c.id()),
                                c.id(),
                                c.result().criterion().title(),
                                c.result().controls().isEmpty()
                                        ? "–"
                                        : String.join(", ", c.result().controls())))
                        .toList());
        draft.table(
                "description.controls",
                List.of("column.control", "column.wording"),
                scene.findings().controls().stream()
                        .map(c -> Draft.Cells.of(
                                draft.assessed("", "controls." + c.id()),
                                c.id(),
                                c.result().control().description().isBlank()
                                        ? c.title()
                                        : c.result().control().description()))
                        .toList());
    }

    private void users() {
        draft.items(scene.engagement().userEntityControls().stream()
                .map(c -> draft.declared(c.id() + ": " + c.text(), "userEntityControls." + c.id()))
                .toList());
    }

    private void organizations() {
        List<Draft.Sentence> sentences = new ArrayList<>();
        for (SubserviceOrganization organization : scene.engagement().subserviceOrganizations()) {
            String field = "subserviceOrganizations";
            sentences.add(draft.declared(
                    scene.text(
                            "description." + organization.method().name(),
                            organization.name(),
                            organization.services(),
                            Scene.ids(organization.criteria())),
                    field));
            for (Csoc csoc : organization.csocs()) {
                sentences.add(draft.declared(
                        scene.text("description.csoc", organization.name(), csoc.text()), field + ".csocs"));
            }
        }
        draft.items(sentences);
    }

    private void notRelevant() {
        draft.items(scene.engagement().notRelevant().stream()
                .sorted(Comparator.comparing(n -> n.criterion()))
                .map(n -> draft.declared(n.criterion().value() + ": " + n.reason(), "notRelevant"))
                .toList());
    }

    private void versions() {
        draft.items(scene.assessment().controls().stream()
                .flatMap(c -> c.control().versions().stream()
                        .filter(version -> version.effective()
                                .from()
                                .filter(this::inPeriod)
                                .isPresent())
                        .map(version -> draft.assessed(
                                scene.text(
                                        "description.version",
                                        scene.dates()
                                                .day(version.effective().from().get()),
                                        c.id() + " " + c.control().title()),
                                "controls." + c.id() + ".versions")))
                .toList());
    }

    private boolean inPeriod(LocalDate day) {
        return scene.engagement()
                .period()
                .filter(period -> !day.isBefore(period.firstDay()) && !day.isAfter(period.lastDay()))
                .isPresent();
    }
}
