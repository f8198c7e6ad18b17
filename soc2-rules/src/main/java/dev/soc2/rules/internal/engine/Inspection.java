package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ImplementationAlgebra;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.rules.rule.Combination;
import dev.soc2.rules.rule.TestOfControl;
import java.util.ArrayList;
import java.util.List;

/** Asks one test what a Type I asks: was the control in place at the instant? No policy, no sample, no operation. */
final class Inspection {

    private final Scene scene;
    private final boolean keepConforming;

    Inspection(Scene scene, boolean keepConforming) {
        this.scene = scene;
        this.keepConforming = keepConforming;
    }

    /** What a rule, or a part of one, shows. */
    private record Shown(
            ImplementedAsOf implemented, List<Reason> reasons, OutcomeCounts counts, List<ItemResult> items) {
        Shown {
            reasons = List.copyOf(reasons);
            items = List.copyOf(items);
        }
    }

    /** What a test shows at the last instant of a window. A rule that fails shows nothing, and says so. */
    InspectionResult run(String control, PlannedControl.PlannedTest planned, Window window) {
        TestOfControl test = planned.test();
        Shown shown = shown(planned.rule(), new Place(control + "/" + test.id(), "", List.of()), control, window);
        return new InspectionResult(
                test.id(),
                test.procedure(),
                test.rule().kind(),
                planned.rule().words(),
                shown.implemented(),
                shown.reasons(),
                shown.counts(),
                shown.items());
    }

    private Shown shown(PlannedRule planned, Place place, String control, Window window) {
        if (planned instanceof PlannedRule.Several several) {
            List<Shown> parts = new ArrayList<>();
            for (PlannedRule part : several.parts()) {
                parts.add(shown(part, place.part(parts.size() + 1, false), control, window));
            }
            return together(several, parts, place);
        }
        Findings findings = new Findings(scene, control, place.prefix(), window, keepConforming);
        try {
            ((PlannedRule.One) planned).evaluator().inspect(new Evaluation(scene, window, window, findings));
        } catch (RuntimeException e) {
            Reason failed = new Reason(ReasonCode.RULE_ERROR, place.label() + Part.said(e));
            return new Shown(ImplementedAsOf.UNKNOWN, List.of(failed), OutcomeCounts.NONE, List.of());
        }
        OutcomeCounts counts = findings.counts();
        return new Shown(
                ImplementationAlgebra.conclude(counts, findings.isStopped()),
                place.labelled(findings.reasons()),
                counts,
                findings.items());
    }

    /** Of alternatives one that shows it is enough; of parts that must all hold, each has to. */
    private static Shown together(PlannedRule.Several several, List<Shown> parts, Place place) {
        List<ImplementedAsOf> order = several.rule().combination() == Combination.ANY_OF
                ? List.of(ImplementedAsOf.YES, ImplementedAsOf.UNKNOWN, ImplementedAsOf.NO)
                : List.of(ImplementedAsOf.NO, ImplementedAsOf.UNKNOWN, ImplementedAsOf.YES);
        ImplementedAsOf together = order.stream()
                .filter(answer -> parts.stream().anyMatch(p -> p.implemented() == answer))
                .findFirst()
                .orElse(ImplementedAsOf.UNKNOWN);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            reasons.add(new Reason(
                    ReasonCode.PART_CONCLUDED,
                    place.prefix() + (i + 1) + ": " + parts.get(i).implemented() + " ("
                            + several.parts().get(i).rule().kind() + ")"));
            reasons.addAll(parts.get(i).reasons());
        }
        return new Shown(
                together,
                reasons,
                parts.stream().map(Shown::counts).reduce(OutcomeCounts.NONE, OutcomeCounts::plus),
                parts.stream()
                        .flatMap(p -> p.items().stream())
                        .sorted(Findings.BY_ID)
                        .toList());
    }
}
