package dev.soc2.report.internal.letters;

import dev.soc2.model.engagement.DescriptionAnswer;
import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.result.Assessment;
import dev.soc2.report.internal.prose.Line;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.prose.ProseBuilder;
import dev.soc2.report.internal.prose.Span;
import dev.soc2.report.internal.view.Presentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the public may read, in the shape of a SOC 3: the system, its commitments, the categories and the period, and who
 * else takes part. It knows no test, control or result, and no word by which an auditor concludes.
 */
public final class PublicSummary {

    private static final List<String> COMPONENTS =
            List.of("infrastructure", "software", "people", "procedures", "data");

    private final Scene scene;
    private final PublicTexts texts;
    private final ProseBuilder out;

    private PublicSummary(Scene scene, PublicTexts texts) {
        this.scene = scene;
        this.texts = texts;
        this.out = new ProseBuilder(
                scene.presentation(),
                scene.text("title", scene.findings().subject()),
                scene.text("status", scene.engagement().organization()));
    }

    /** The summary of a Type II. */
    public static Prose of(Assessment assessment, Presentation presentation, Optional<String> contact) {
        PublicTexts texts = PublicTexts.of(assessment, contact);
        texts.refuseWhatIsNotPublic();
        return new PublicSummary(Scene.of(assessment, presentation, "summary"), texts).write(contact);
    }

    private Prose write(Optional<String> contact) {
        system();
        commitments();
        scope();
        status();
        organizations();
        users();
        out.heading(2, scene.text("report.heading"));
        out.text(scene.text("report", scene.engagement().organization()));
        contact.ifPresent(ask -> out.text(scene.text("report.contact", ask)));
        return out.build();
    }

    private void system() {
        out.heading(2, scene.text("system.heading"));
        out.text(scene.text("system", scene.subject()));
        Map<String, String> shown = new LinkedHashMap<>();
        List<String> withheld = new ArrayList<>();
        for (DescriptionCriterion criterion : List.of(DescriptionCriterion.DC1, DescriptionCriterion.DC3)) {
            Optional<DescriptionAnswer> answer =
                    scene.engagement().description().answer(criterion);
            answer.filter(given -> !given.text().isBlank())
                    .ifPresent(given -> sort(scene.text("dc." + criterion.name()), given.text(), shown, withheld));
            answer.ifPresent(given -> given.parts().forEach((part, text) -> {
                if (!text.isBlank()) {
                    sort(
                            COMPONENTS.contains(part) ? scene.text("part." + part.toUpperCase(Locale.ROOT)) : part,
                            text,
                            shown,
                            withheld);
                }
            }));
        }
        if (shown.isEmpty() && withheld.isEmpty()) {
            out.text(scene.text("system.none"));
        }
        out.items(shown.entrySet().stream()
                .map(e -> Line.of(Span.strong(e.getKey() + ":"), Span.of(" " + e.getValue())))
                .toList());
        if (!withheld.isEmpty()) {
            out.text(scene.text("withheld.parts", String.join(", ", withheld)));
        }
    }

    private void sort(String label, String text, Map<String, String> shown, List<String> withheld) {
        if (texts.isPublic(text)) {
            shown.put(label, text);
        } else {
            withheld.add(label);
        }
    }

    private void commitments() {
        out.heading(2, scene.text("commitments.heading"));
        list(
                "commitments.none",
                scene.engagement().commitments().stream().map(c -> c.text()).toList());
    }

    private void scope() {
        var catalog = scene.assessment().inputs().catalog();
        out.heading(2, scene.text("scope.heading"));
        out.items(List.of(
                Line.of(scene.text("scope.categories", scene.categories())),
                Line.of(scene.text("scope.criteria", catalog.id(), catalog.version())),
                Line.of(scene.text("scope.period", scene.time()))));
        if (scene.engagement().isPartial()) {
            out.text(scene.text("scope.partial"));
        }
    }

    private void status() {
        out.heading(2, scene.text("state.heading"));
        out.text(scene.text(scene.findings().isInterim() ? "state.interim" : "state.final", scene.asOf()));
        out.text(scene.text("state.silence"));
    }

    private void organizations() {
        out.heading(2, scene.text("organizations.heading"));
        list(
                "organizations.none",
                scene.engagement().subserviceOrganizations().stream()
                        .map(o -> scene.text(
                                o.method() == SubserviceMethod.CARVE_OUT
                                        ? "organizations.carveOut"
                                        : "organizations.inclusive",
                                o.name(),
                                o.services()))
                        .toList());
    }

    private void users() {
        out.heading(2, scene.text("users.heading"));
        list(
                "users.none",
                scene.engagement().userEntityControls().stream()
                        .map(c -> c.text())
                        .toList());
    }

    /** Texts that may be read by everybody; the others are counted. */
    private void list(String none, List<String> all) {
        List<String> shown = all.stream().filter(texts::isPublic).toList();
        if (all.isEmpty()) {
            out.text(scene.text(none));
        }
        out.items(shown.stream().map(Line::of).toList());
        if (shown.size() < all.size()) {
            out.text(scene.words().count("withheld", all.size() - shown.size()));
        }
    }
}
