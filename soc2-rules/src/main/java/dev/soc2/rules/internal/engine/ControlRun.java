package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.Control;
import dev.soc2.model.control.DesignRequirement;
import dev.soc2.model.control.EffectiveDates;
import dev.soc2.model.engagement.ControlExclusion;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ControlAlgebra;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.DesignConclusion;
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
    private final Analyses analyses;

    ControlRun(Scene scene, Window examined, Window period, boolean operation, TestRun tests) {
        this.scene = scene;
        this.examined = examined;
        this.period = period;
        this.operation = operation;
        this.tests = tests;
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
        Window existence = existence(control.operates());
        Window window = examined.intersect(existence);
        Optional<ControlExclusion> exclusion = scene.engagement.exclusions().stream()
                .filter(e -> e.control().equals(control.id()))
                .findFirst();
        if (exclusion.isPresent()) {
            return notApplicable(
                    control, window, ReasonCode.EXCLUDED, exclusion.get().reason());
        }
        if (window.isEmpty()) {
            return notApplicable(control, examined, ReasonCode.NOT_TESTED, "the control did not exist in the period");
        }
        List<TestResult> results = new ArrayList<>();
        List<Window> notInForce = new ArrayList<>();
        if (operation) {
            for (PlannedControl.PlannedTest test : planned.tests()) {
                TestRun.Ran ran =
                        tests.run(control.id(), control.frequency(), test, window, period.intersect(existence));
                results.add(ran.result());
                notInForce.addAll(ran.notInForce());
            }
        }
        Concluded<OperatingConclusion> operating = ControlAlgebra.conclude(results);
        List<Window> inForce = new ArrayList<>(window.without(notInForce));
        Concluded<DesignConclusion> design = design(control, window, results, inForce);
        List<Reason> reasons = new ArrayList<>(design.reasons());
        if (operation) {
            reasons.addAll(operating.reasons());
        }
        return new Ran(
                result(
                        control,
                        design.conclusion(),
                        operation ? Optional.of(operating.conclusion()) : Optional.empty(),
                        window,
                        reasons,
                        results),
                inForce);
    }

    private Window existence(EffectiveDates operates) {
        long from = operates.from()
                .map(day -> Instants.startOf(day, scene.engagement.zone()))
                .orElse(Nanos.NONE);
        long to = operates.to()
                .map(day -> Instants.startOf(day.plusDays(1), scene.engagement.zone()))
                .orElse(Nanos.FOREVER);
        return new Window(from, to);
    }

    private Ran notApplicable(Control control, Window window, ReasonCode code, String why) {
        return new Ran(
                result(
                        control,
                        DesignConclusion.INSUFFICIENT_EVIDENCE,
                        Optional.of(OperatingConclusion.NOT_APPLICABLE),
                        window,
                        List.of(new Reason(code, why)),
                        List.of()),
                List.of());
    }

    private ControlResult result(
            Control control,
            DesignConclusion design,
            Optional<OperatingConclusion> operating,
            Window window,
            List<Reason> reasons,
            List<TestResult> results) {
        return new ControlResult(
                control,
                design,
                operating,
                Nanos.instant(window.from()),
                Nanos.instant(window.to()),
                reasons,
                results,
                analyses.analyses(control.id()),
                analyses.responses(control.id()));
    }

    /** By the records it requires; without any, by having worked at least once. Cuts {@code inForce} where one came late. */
    private Concluded<DesignConclusion> design(
            Control control, Window window, List<TestResult> results, List<Window> inForce) {
        if (control.design().isEmpty()) {
            boolean worked = results.stream().anyMatch(t -> t.counts().conforming() > 0);
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
                return Concluded.because(
                        DesignConclusion.INSUFFICIENT_EVIDENCE,
                        ReasonCode.DESIGN_NOT_SHOWN,
                        "no record " + requirement.evidenceType() + " of " + requirement.subject()
                                + " shows its design");
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
                "it was not in place throughout its window");
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
