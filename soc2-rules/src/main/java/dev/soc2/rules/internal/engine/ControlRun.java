package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.DesignRequirement;
import dev.soc2.model.control.TestProcedure;
import dev.soc2.model.engagement.ControlExclusion;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DesignConclusion;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.ImplementationAlgebra;
import dev.soc2.model.result.ImplementationResult;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.internal.timeline.Timeline;
import dev.soc2.rules.rule.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries the tests of one control out, and concludes on its operation and its design. */
final class ControlRun {

    private final Scene scene;
    private final Window examined;
    private final Window period;
    private final boolean operation;
    private final TestRun tests;
    private final Inspection inspection;
    private final Analyses analyses;

    ControlRun(Scene scene, Window examined, Window period, boolean operation, TestRun tests, Inspection inspection) {
        this.scene = scene;
        this.examined = examined;
        this.period = period;
        this.operation = operation;
        this.tests = tests;
        this.inspection = inspection;
        analyses = new Analyses(scene.timeline);
    }

    /**
     * What was found about a control.
     *
     * @param result the result
     * @param inForce when it was in place
     */
    record Ran(ControlResult result, List<Window> inForce) {
        Ran {
            inForce = List.copyOf(inForce);
        }
    }

    Ran run(PlannedControl planned) {
        Control control = planned.definition().control();
        Lives lives = Lives.of(control, scene.engagement.zone());
        Window existence = lives.hull();
        Window window = examined.intersect(existence);
        Optional<ControlExclusion> exclusion = scene.engagement.exclusions().stream()
                .filter(e -> e.control().equals(control.id()))
                .findFirst();
        if (exclusion.isPresent()) {
            return notApplicable(
                    control,
                    window.isEmpty() ? examined : window,
                    ReasonCode.EXCLUDED,
                    exclusion.get().reason());
        }
        if (window.isEmpty()
                || lives.windows().stream().allMatch(l -> l.intersect(window).isEmpty())) {
            return notApplicable(
                    control,
                    examined,
                    ReasonCode.NOT_TESTED,
                    "the control did not exist " + (operation ? "in the period" : "on the date"));
        }
        ControlVersionsRun versions =
                new ControlVersionsRun(planned, tests, lives, window, period.intersect(existence));
        if (!operation) {
            return inspected(planned, versions.inForce(), window);
        }
        ControlVersionsRun.Found found = versions.run();
        List<TestResult> results = found.tests();
        Concluded<OperatingConclusion> operating = found.operating();
        List<Window> inForce = new ArrayList<>(window.without(found.notInForce()));
        Concluded<DesignConclusion> design = design(control, window, results, inForce);
        List<Reason> reasons = new ArrayList<>(design.reasons());
        reasons.addAll(operating.reasons());
        ControlResult result = result(
                control,
                design.conclusion(),
                Optional.of(operating.conclusion()),
                Optional.empty(),
                window,
                reasons,
                results);
        return new Ran(
                new Remediations(scene, versions).follow(new VersionChanges(scene, planned).explain(result, found)),
                inForce);
    }

    /** A Type I asks whether the control was in place at the instant, and says nothing about its operation. */
    private Ran inspected(PlannedControl planned, List<PlannedControl.PlannedTest> inForce, Window window) {
        Control control = planned.definition().control();
        List<InspectionResult> inspections = inForce.stream()
                .map(test -> inspection.run(control.id(), test, window))
                .toList();
        Concluded<ImplementedAsOf> implemented = ImplementationAlgebra.conclude(inspections);
        List<Reason> reasons = new ArrayList<>(implemented.reasons());
        List<DesignRequirement> missing = control.design().stream()
                .filter(requirement -> !window.isCoveredBy(shown(requirement)))
                .toList();
        missing.forEach(requirement -> reasons.add(notShown(requirement)));
        return new Ran(
                result(
                        control,
                        ImplementationAlgebra.design(implemented.conclusion(), missing.isEmpty()),
                        Optional.empty(),
                        Optional.of(new ImplementationResult(
                                implemented.conclusion(), inspections, flips(control, inspections, missing))),
                        window,
                        reasons,
                        List.of()),
                List.of(window));
    }

    /** Each missing record is asked for like an answer that an inspection did not give. */
    private static List<Flip<DesignConclusion>> flips(
            Control control, List<InspectionResult> inspections, List<DesignRequirement> missing) {
        List<ImplementedAsOf> now = new ArrayList<>(
                inspections.stream().map(InspectionResult::implementedAsOf).toList());
        List<List<Flip<ImplementedAsOf>>> flips = new ArrayList<>(
                inspections.stream().map(InspectionResult::flips).toList());
        for (DesignRequirement requirement : missing) {
            now.add(ImplementedAsOf.UNKNOWN);
            String record = requirement.evidenceType() + " of " + requirement.subject();
            flips.add(List.of(new Flip<>(
                    ImplementedAsOf.YES,
                    true,
                    List.of(Change.of(ChangeKind.DESIGN_RECORD, control.id(), "", 1, List.of(), record)))));
        }
        return new FlipsTogether<>(now, flips, answers -> design(inspections, answers), Scale.IMPLEMENTED, Scale.DESIGN)
                .all();
    }

    private static DesignConclusion design(List<InspectionResult> inspections, List<ImplementedAsOf> answers) {
        List<InspectionResult> supposed = new ArrayList<>();
        for (int i = 0; i < inspections.size(); i++) {
            supposed.add(Supposed.inspection(inspections.get(i), answers.get(i)));
        }
        boolean requirements = answers.subList(inspections.size(), answers.size()).stream()
                .allMatch(answer -> answer == ImplementedAsOf.YES);
        return ImplementationAlgebra.design(
                ImplementationAlgebra.conclude(supposed).conclusion(), requirements);
    }

    private static Reason notShown(DesignRequirement requirement) {
        return new Reason(
                ReasonCode.DESIGN_NOT_SHOWN,
                "no record " + requirement.evidenceType() + " of " + requirement.subject() + " shows its design");
    }

    private Ran notApplicable(Control control, Window window, ReasonCode code, String why) {
        return new Ran(
                result(
                        control,
                        DesignConclusion.NOT_APPLICABLE,
                        operation ? Optional.of(OperatingConclusion.NOT_APPLICABLE) : Optional.empty(),
                        operation
                                ? Optional.empty()
                                : Optional.of(new ImplementationResult(ImplementedAsOf.UNKNOWN, List.of())),
                        window,
                        List.of(new Reason(code, why)),
                        List.of()),
                List.of());
    }

    private ControlResult result(
            Control control,
            DesignConclusion design,
            Optional<OperatingConclusion> operating,
            Optional<ImplementationResult> implementation,
            Window window,
            List<Reason> reasons,
            List<TestResult> results) {
        return new ControlResult(
                control,
                design,
                operating,
                implementation,
                Nanos.instant(window.from()),
                Nanos.instant(window.to()),
                reasons,
                results,
                analyses.analyses(control.id()),
                analyses.responses(control.id()));
    }

    /** By the records it requires; without any, by having worked at least once, not only on hearsay. Cuts {@code inForce} where one came late. */
    private Concluded<DesignConclusion> design(
            Control control, Window window, List<TestResult> results, List<Window> inForce) {
        if (control.design().isEmpty()) {
            boolean worked = results.stream()
                    .anyMatch(t ->
                            t.procedure() != TestProcedure.INQUIRY && t.counts().conforming() > 0);
            if (!worked) {
                boolean tested = results.stream().anyMatch(t -> t.conclusion() != OperatingConclusion.NOT_TESTED);
                return Concluded.because(
                        DesignConclusion.INSUFFICIENT_EVIDENCE,
                        tested ? ReasonCode.DESIGN_NOT_SHOWN : ReasonCode.NOT_TESTED,
                        "no item shows that it is able to do its job");
            }
            return partly(window, inForce);
        }
        for (DesignRequirement requirement : control.design()) {
            List<Window> shown = shown(requirement);
            if (shown.stream().noneMatch(w -> !w.intersect(window).isEmpty())) {
                return new Concluded<>(DesignConclusion.INSUFFICIENT_EVIDENCE, List.of(notShown(requirement)));
            }
            List<Window> kept = inForce.stream()
                    .flatMap(part -> shown.stream().map(part::intersect))
                    .filter(w -> !w.isEmpty())
                    .toList();
            inForce.clear();
            inForce.addAll(kept);
        }
        return partly(window, inForce);
    }

    private Concluded<DesignConclusion> partly(Window window, List<Window> inForce) {
        if (window.isCoveredBy(inForce)) {
            return new Concluded<>(DesignConclusion.SUITABLE, List.of());
        }
        return Concluded.because(
                DesignConclusion.SUITABLE_PART_OF_PERIOD,
                ReasonCode.UNCOVERED_TIME,
                "it was not in place " + Days.words(window.without(inForce), scene.engagement.zone()));
    }

    /** When a required record was in effect: from it on until the subject was retired. */
    private List<Window> shown(DesignRequirement requirement) {
        Timeline timeline = scene.timeline;
        String family = requirement.evidenceType().contains(".")
                ? requirement
                        .evidenceType()
                        .substring(0, requirement.evidenceType().lastIndexOf('.'))
                : requirement.evidenceType();
        List<Long> retired = times(timeline, family + ".retired", requirement.subject());
        return times(timeline, requirement.evidenceType(), requirement.subject()).stream()
                .map(from -> new Window(
                        from,
                        retired.stream()
                                .filter(r -> r >= from)
                                .min(Long::compare)
                                .orElse(Nanos.FOREVER)))
                .toList();
    }

    private List<Long> times(Timeline timeline, String type, String subject) {
        List<Long> times = new ArrayList<>();
        for (int row = timeline.start(type); row < timeline.end(type); row++) {
            if (timeline.subject(row).equals(subject)) {
                Object effective = timeline.attribute(
                        row, Field.of("attributes.effectiveFrom").name());
                long from = effective == null
                        ? timeline.occurred(row)
                        : Math.max(
                                timeline.occurred(row),
                                // From when on cannot be read: nothing shows that it was in effect.
                                Instants.read(effective, scene.engagement.zone(), false)
                                        .orElse(Nanos.FOREVER));
                times.add(from);
            }
        }
        return times;
    }
}
