package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.result.Change;
import dev.soc2.model.result.ChangeKind;
import dev.soc2.model.result.Flip;
import dev.soc2.model.result.JudgedConclusion;
import dev.soc2.model.result.JudgementAlgebra;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.rule.TestOfControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries one test out: its rule, and what a reviewer judged. */
final class TestRun {

    private final Scene scene;
    private final Analyses analyses;
    private final List<ImportReceipt> receipts;
    private final boolean keepConforming;

    TestRun(Scene scene, List<ImportReceipt> receipts, boolean keepConforming) {
        this.scene = scene;
        this.receipts = receipts;
        this.keepConforming = keepConforming;
        analyses = new Analyses(scene.timeline);
    }

    /**
     * What a test found.
     *
     * @param result the result
     * @param notInForce parts of the window in which the control was not in place
     */
    record Ran(TestResult result, List<Window> notInForce) {
        Ran {
            notInForce = List.copyOf(notInForce);
        }
    }

    Ran run(
            String control,
            ControlFrequency frequency,
            PlannedControl.PlannedTest planned,
            Window window,
            Window whole) {
        TestOfControl test = planned.test();
        DeviationPolicy policy = test.policy().orElse(scene.engagement.deviationPolicy());
        Optional<SampleAsk> asked =
                test.sampling().map(sampling -> new SampleAsk(control, frequency, test, sampling, policy));
        Part part = new PartRun(scene, receipts, keepConforming, control, policy, window, whole, asked)
                .run(planned.rule(), control + "/" + test.id());
        return new Ran(result(control, test, planned.rule().words(), policy, part), part.notInForce());
    }

    /** What would change the conclusion that counts: the judgement is asked again of each conclusion that would be. */
    private List<Flip<OperatingConclusion>> flips(
            String control, TestOfControl test, Part part, Optional<JudgedConclusion> judged) {
        OperatingConclusion counts = counting(part.conclusion(), judged);
        List<Flip<OperatingConclusion>> better = new ArrayList<>();
        List<Flip<OperatingConclusion>> worse = new ArrayList<>();
        for (Flip<OperatingConclusion> flip : part.flips()) {
            OperatingConclusion then = counting(flip.towards(), analyses.judgement(control, test.id(), flip.towards()));
            if (Scale.OPERATING.isBetter(then, counts)) {
                better.add(new Flip<>(then, true, flip.changes()));
            } else if (Scale.OPERATING.isBetter(counts, then)) {
                worse.add(new Flip<>(then, false, flip.changes()));
            }
        }
        if (counts != part.conclusion()) {
            boolean harsher = Scale.OPERATING.isBetter(part.conclusion(), counts);
            (harsher ? better : worse)
                    .add(new Flip<>(part.conclusion(), harsher, change(ChangeKind.JUDGEMENT_WITHDRAWN, control, test)));
        } else if (part.reasons().stream().anyMatch(r -> r.code() == ReasonCode.SYSTEMIC)) {
            OperatingConclusion softer = OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS;
            if (Scale.OPERATING.isBetter(softer, counts) && JudgementAlgebra.accepts(part.conclusion(), softer, true)) {
                better.add(new Flip<>(softer, true, change(ChangeKind.JUDGEMENT, control, test)));
            }
        }
        better.addAll(worse);
        return better;
    }

    private static List<Change> change(ChangeKind kind, String control, TestOfControl test) {
        return List.of(Change.of(kind, control, test.id(), 1, List.of(), ""));
    }

    private static OperatingConclusion counting(OperatingConclusion computed, Optional<JudgedConclusion> judged) {
        return judged.filter(JudgedConclusion::accepted)
                .map(JudgedConclusion::conclusion)
                .orElse(computed);
    }

    private TestResult result(String control, TestOfControl test, String words, DeviationPolicy policy, Part part) {
        List<Reason> reasons = new ArrayList<>(part.reasons());
        Optional<JudgedConclusion> judged = analyses.judgement(control, test.id(), part.conclusion());
        judged.ifPresent(j -> reasons.add(new Reason(
                j.accepted() ? ReasonCode.JUDGED : ReasonCode.JUDGEMENT_REFUSED,
                j.conclusion() + " by " + (j.reviewer().isEmpty() ? "a reviewer" : j.reviewer())
                        + (j.reason().isEmpty() ? "" : ": " + j.reason()))));
        return new TestResult(
                test.id(),
                test.procedure(),
                test.rule().kind(),
                words,
                part.sample().isPresent() ? Lane.SAMPLE : Lane.CENSUS,
                part.sample().map(Sample::result),
                part.sample().map(Sample::written).orElseGet(policy::written),
                part.conclusion(),
                judged,
                reasons,
                part.population(),
                part.counts(),
                part.months(),
                part.items(),
                part.coverage(),
                flips(control, test, part, judged));
    }
}
