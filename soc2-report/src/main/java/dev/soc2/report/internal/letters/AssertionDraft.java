package dev.soc2.report.internal.letters;

import dev.soc2.model.engagement.DescriptionCriterion;
import dev.soc2.model.engagement.ManagementAssertion;
import dev.soc2.model.engagement.SubserviceMethod;
import dev.soc2.model.result.CommitmentConclusion;
import dev.soc2.model.result.CriterionConclusion;
import dev.soc2.model.result.OpinionKind;
import dev.soc2.model.result.OpinionPart;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.SuggestedOpinion;
import dev.soc2.report.internal.prose.Prose;
import dev.soc2.report.internal.view.ControlFinding;
import dev.soc2.report.internal.view.CriterionFinding;
import dev.soc2.report.internal.words.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A draft of management's assertion. Each of its statements is made as far as the assessment supports it: in full, except
 * for what is listed, or not at all.
 */
final class AssertionDraft {

    private static final Set<ReasonCode> DESIGN =
            Set.of(ReasonCode.DESIGN_GAP, ReasonCode.DESIGN_NOT_SHOWN, ReasonCode.UNCOVERED_TIME);

    private final Scene scene;
    private final Draft draft;

    private AssertionDraft(Scene scene) {
        this.scene = scene;
        this.draft = new Draft(scene, scene.text("assertion.title", scene.subject()));
    }

    static Prose of(Scene scene) {
        return new AssertionDraft(scene).write();
    }

    private Prose write() {
        scope();
        description();
        boolean complete = design();
        if (!scene.findings().isTypeI()) {
            complete &= operation();
        }
        recorded(complete);
        draft.heading(2, "assertion.signature.heading");
        draft.add(draft.open(scene.text("assertion.signature")));
        return draft.build();
    }

    private void scope() {
        var catalog = scene.assessment().inputs().catalog();
        draft.heading(2, "assertion.scope.heading");
        draft.add(draft.declared(
                scene.text("assertion.prepared", scene.subject(), scene.time()), "organization, system, type"));
        draft.add(draft.declared(scene.text("assertion.purpose", scene.categories()), "categories"));
        draft.add(draft.assessed(scene.text("assertion.criteria", catalog.id(), catalog.version()), "inputs.catalog"));
        if (scene.engagement().isPartial()) {
            draft.add(draft.declared(
                    scene.text("assertion.partial", Scene.ids(scene.engagement().onlyCriteria())), "onlyCriteria"));
        }
        scene.engagement()
                .subserviceOrganizations()
                .forEach(organization -> draft.add(draft.declared(
                        scene.text(
                                organization.method() == SubserviceMethod.CARVE_OUT
                                        ? "assertion.carveOut"
                                        : "assertion.inclusive",
                                organization.name(),
                                organization.services()),
                        "subserviceOrganizations")));
        if (!scene.engagement().userEntityControls().isEmpty()) {
            draft.add(draft.declared(scene.text("assertion.users"), "userEntityControls"));
        }
    }

    private void description() {
        draft.heading(2, "assertion.description.heading");
        OpinionPart part = scene.assessment().suggestedOpinion().description();
        String unanswered = Arrays.stream(DescriptionCriterion.values())
                .filter(dc -> !(scene.findings().isTypeI() && dc == DescriptionCriterion.DC9))
                .filter(dc -> scene.engagement().description().answer(dc).isEmpty())
                .map(dc -> dc.name().replace("DC", "DC "))
                .collect(Collectors.joining(", "));
        if (unanswered.isEmpty() && part.kind() == OpinionKind.UNQUALIFIED) {
            draft.add(draft.declared(scene.text("assertion.description", scene.time()), "description"));
            return;
        }
        draft.add(draft.assessed(scene.text("assertion.description.open"), "suggestedOpinion.description"));
        if (!unanswered.isEmpty()) {
            draft.add(draft.declared(scene.text("assertion.description.unanswered", unanswered), "description"));
        }
        draft.items(reasons(part, "suggestedOpinion.description"));
    }

    /** Whether the statement on design could be made in full. */
    private boolean design() {
        List<Draft.Sentence> except = new ArrayList<>();
        for (ControlFinding control : scene.findings().controls()) {
            String key =
                    switch (control.result().design()) {
                        case SUITABLE, NOT_APPLICABLE -> "";
                        case SUITABLE_PART_OF_PERIOD -> "assertion.control.part";
                        case UNSUITABLE -> "assertion.control.unsuitable";
                        case INSUFFICIENT_EVIDENCE -> "assertion.control.unknown";
                    };
            if (!key.isEmpty()) {
                except.add(draft.assessed(
                        scene.text(key, control.id() + " " + control.title()), "controls." + control.id() + ".design"));
            }
        }
        for (CriterionFinding criterion : scene.findings().criteria()) {
            boolean ofDesign = scene.findings().isTypeI()
                    || criterion.controls().isEmpty()
                    || criterion.result().reasons().stream().anyMatch(r -> DESIGN.contains(r.code()));
            if (ofDesign) {
                unsupported(criterion, except);
            }
        }
        draft.heading(2, "assertion.design.heading");
        return state(
                new Statement(
                        "assertion.design",
                        "assertion.design.except",
                        "assertion.design.open",
                        "suggestedOpinion.design"),
                scene.assessment().suggestedOpinion().design(),
                except);
    }

    /** Whether the statement on operation could be made in full. */
    private boolean operation() {
        List<Draft.Sentence> except = new ArrayList<>();
        scene.findings().criteria().forEach(criterion -> unsupported(criterion, except));
        scene.assessment().commitments().stream()
                .filter(result -> result.conclusion() != CommitmentConclusion.SUPPORTED)
                .forEach(result -> except.add(draft.assessed(
                        scene.text(
                                "assertion.commitment." + result.conclusion().name(),
                                result.commitment().text()),
                        "commitments." + result.commitment().id())));
        SuggestedOpinion suggested = scene.assessment().suggestedOpinion();
        draft.heading(2, "assertion.operation.heading");
        boolean full = state(
                new Statement(
                        "assertion.operation",
                        "assertion.operation.except",
                        "assertion.operation.open",
                        "suggestedOpinion.operation"),
                suggested.operation().orElse(suggested.design()),
                except);
        List<Draft.Sentence> notes = new ArrayList<>();
        for (CriterionFinding criterion : scene.findings().criteria()) {
            CriterionConclusion conclusion = criterion.result().conclusion();
            if (conclusion == CriterionConclusion.MET_WITH_EXCEPTIONS
                    || conclusion == CriterionConclusion.MET_WITH_RELIANCE) {
                notes.add(draft.assessed(
                        scene.text("assertion.note." + conclusion.name(), Scene.named(criterion)),
                        "criteria." + criterion.id()));
            }
        }
        if (!notes.isEmpty()) {
            draft.add(draft.assessed(scene.text("assertion.notes"), "criteria"));
            draft.items(notes);
        }
        return full;
    }

    private void unsupported(CriterionFinding criterion, List<Draft.Sentence> except) {
        Verdict verdict = criterion.verdict();
        if (verdict != Verdict.SUPPORTED && verdict != Verdict.NOT_APPLICABLE) {
            except.add(draft.assessed(
                    scene.text("assertion.criterion." + verdict.name(), Scene.named(criterion)),
                    "criteria." + criterion.id()));
        }
    }

    /** The wordings of a statement, as keys: in full, except for what follows, and not at all. */
    private record Statement(String full, String except, String open, String place) {}

    private boolean state(Statement statement, OpinionPart part, List<Draft.Sentence> except) {
        boolean sound = part.kind() == OpinionKind.UNQUALIFIED
                && !scene.findings().isInterim()
                && scene.findings().applicable() > 0;
        boolean bounded = part.kind() == OpinionKind.QUALIFIED && !except.isEmpty();
        if (sound && except.isEmpty()) {
            draft.add(draft.assessed(scene.text(statement.full(), scene.time()), "controls, criteria"));
            return true;
        }
        if (scene.findings().isInterim()) {
            draft.add(draft.assessed(scene.text("assertion.interim"), "status"));
        } else if (sound || bounded) {
            draft.add(draft.assessed(scene.text(statement.except(), scene.time()), "controls, criteria"));
        } else {
            draft.add(draft.assessed(scene.text(statement.open()), statement.place()));
        }
        List<Draft.Sentence> all = new ArrayList<>(except);
        all.addAll(reasons(part, statement.place()));
        draft.items(all);
        return false;
    }

    private List<Draft.Sentence> reasons(OpinionPart part, String place) {
        return part.reasons().stream()
                .filter(reason -> !reason.text().isBlank())
                .map(reason -> draft.assessed(scene.text("assertion.reason", reason.text()), place))
                .toList();
    }

    /** An assertion that is on record already, and whether it says more than this draft can. */
    private void recorded(boolean complete) {
        if (scene.engagement().assertion().isEmpty()) {
            return;
        }
        ManagementAssertion assertion = scene.engagement().assertion().get();
        draft.heading(2, "assertion.recorded.heading");
        draft.add(draft.declared(scene.text("assertion.recorded", assertion.signedBy()), "assertion"));
        if (!assertion.isClean()) {
            draft.add(draft.declared(scene.text("assertion.recorded.modified", assertion.modified()), "assertion"));
        } else if (!complete) {
            draft.add(draft.assessed(scene.text("assertion.recorded.more"), "criteria"));
        }
    }
}
