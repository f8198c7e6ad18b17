package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Flip;
import dev.soc2.model.result.ImplementationAlgebra;
import dev.soc2.model.result.ImplementedAsOf;
import dev.soc2.model.result.InspectionResult;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestFacts;
import dev.soc2.rules.rule.Combination;
import dev.soc2.rules.rule.TestOfControl;
import java.util.ArrayList;
import java.util.List;

/** Asks one test what a Type I asks: was the control in place at the instant? No policy, no sample, no operation. */
final class Inspection {

    private static final List<Lever> LEVERS = List.of(
            Lever.FEWER_DEVIATIONS,
            Lever.DETERMINE,
            Lever.OCCURRENCE,
            Lever.SETTLE,
            Lever.MORE_DEVIATIONS,
            Lever.EXCEPTIONS_REFUSED);

    private final Scene scene;
    private final boolean keepConforming;

    Inspection(Scene scene, boolean keepConforming) {
        this.scene = scene;
        this.keepConforming = keepConforming;
    }

    /** What a rule, or a part of one, shows. */
    private record Shown(
            ImplementedAsOf implemented,
            List<Reason> reasons,
            OutcomeCounts counts,
            List<ItemResult> items,
            List<Flip<ImplementedAsOf>> flips) {
        Shown {
            flips = List.copyOf(flips);
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
                shown.items(),
                shown.flips());
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
            return new Shown(ImplementedAsOf.UNKNOWN, List.of(failed), OutcomeCounts.NONE, List.of(), List.of());
        }
        OutcomeCounts counts = findings.counts();
        List<ItemResult> items = findings.items();
        RuleChanges changes =
                new RuleChanges(control, place.path(), (PlannedRule.One) planned, items, findings.stops());
        return new Shown(
                ImplementationAlgebra.conclude(counts, findings.isStopped()),
                place.labelled(findings.reasons()),
                counts,
                items,
                Flips.of(
                        situation(counts, findings.isStopped()),
                        LEVERS,
                        s -> ImplementationAlgebra.conclude(s.counts(), s.stopped()),
                        Scale.IMPLEMENTED,
                        changes::name));
    }

    /** No policy, no proof and no lateness have a say at an instant. */
    private static Situation situation(OutcomeCounts counts, boolean stopped) {
        return new Situation(
                new TestFacts(counts, 0, false, IpeStatus.NOT_NEEDED, OperatingConclusion.INSUFFICIENT_EVIDENCE),
                stopped,
                false);
    }

    /** Of alternatives one that shows it is enough; of parts that must all hold, each has to. */
    private static Shown together(PlannedRule.Several several, List<Shown> parts, Place place) {
        List<ImplementedAsOf> order = several.rule().combination() == Combination.ANY_OF
                ? List.of(ImplementedAsOf.YES, ImplementedAsOf.UNKNOWN, ImplementedAsOf.NO)
                : List.of(ImplementedAsOf.NO, ImplementedAsOf.UNKNOWN, ImplementedAsOf.YES);
        List<ImplementedAsOf> answers = parts.stream().map(Shown::implemented).toList();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            reasons.add(new Reason(
                    ReasonCode.PART_CONCLUDED,
                    place.prefix() + (i + 1) + ": " + parts.get(i).implemented() + " ("
                            + several.parts().get(i).rule().kind() + ")"));
            reasons.addAll(parts.get(i).reasons());
        }
        return new Shown(
                together(order, answers),
                reasons,
                parts.stream().map(Shown::counts).reduce(OutcomeCounts.NONE, OutcomeCounts::plus),
                parts.stream()
                        .flatMap(p -> p.items().stream())
                        .sorted(Findings.BY_ID)
                        .toList(),
                new FlipsTogether<>(
                                answers,
                                parts.stream().map(Shown::flips).toList(),
                                then -> together(order, then),
                                Scale.IMPLEMENTED,
                                Scale.IMPLEMENTED)
                        .all());
    }

    private static ImplementedAsOf together(List<ImplementedAsOf> order, List<ImplementedAsOf> answers) {
        return order.stream().filter(answers::contains).findFirst().orElse(ImplementedAsOf.UNKNOWN);
    }
}
