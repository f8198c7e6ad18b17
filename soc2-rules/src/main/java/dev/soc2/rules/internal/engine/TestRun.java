package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.ControlFrequency;
import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.IpeStatus;
import dev.soc2.model.result.JudgedConclusion;
import dev.soc2.model.result.Lane;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestAlgebra;
import dev.soc2.model.result.TestFacts;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.rule.LaterRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.TestOfControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries one test out: items, population proof, policy, judgement. A rule that fails fails its own test only. */
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
        if (planned.evaluator().isEmpty()) {
            return new Ran(notTested(control, test, policy), List.of());
        }
        try {
            Findings findings = new Findings(scene, control, window, keepConforming);
            Evaluation evaluation = new Evaluation(scene, window, whole, findings);
            Optional<SampleLane> lane = SampleLane.of(evaluation, control, frequency, test, policy);
            planned.evaluator().get().evaluate(evaluation);
            Optional<Sample> sample = lane.flatMap(SampleLane::settle);
            return new Ran(conclude(control, test, policy, evaluation, sample), findings.notInForce());
        } catch (RuntimeException e) {
            // A rule that fails must neither vanish nor take the other controls with it: its test says what happened.
            return new Ran(failed(control, test, policy, e), List.of());
        }
    }

    private TestResult conclude(
            String control,
            TestOfControl test,
            DeviationPolicy policy,
            Evaluation evaluation,
            Optional<Sample> sample) {
        Findings findings = evaluation.findings;
        OutcomeCounts counts = findings.counts();
        PopulationResult population = PopulationProof.prove(
                evaluation,
                control + "/" + test.id(),
                test.rule().population(),
                receipts,
                sample.map(s -> (long) s.population()).orElse(counts.population()));
        TestFacts facts = new TestFacts(
                counts,
                findings.late(),
                analyses.isSystemic(control, sample.map(Sample::deviationTimes).orElseGet(findings::deviationTimes)),
                population.ipe(),
                findings.emptyMeans(),
                findings.itemsMean());
        AssuranceLevel assurance = scene.engagement.assurance();
        Concluded<OperatingConclusion> concluded = sample.map(s -> s.conclude(facts, assurance))
                .orElseGet(() -> TestAlgebra.conclude(facts, policy, assurance));
        boolean capped = findings.isUnproven() && concluded.conclusion() != OperatingConclusion.INEFFECTIVE;
        OperatingConclusion conclusion =
                findings.isStopped() || capped ? OperatingConclusion.INSUFFICIENT_EVIDENCE : concluded.conclusion();
        List<Reason> reasons = new ArrayList<>(concluded.reasons());
        reasons.addAll(findings.reasons());
        reasons.addAll(population.reasons());
        return result(control, test, policy, conclusion, reasons, population, findings, sample);
    }

    private TestResult result(
            String control,
            TestOfControl test,
            DeviationPolicy policy,
            OperatingConclusion conclusion,
            List<Reason> reasons,
            PopulationResult population,
            Findings findings,
            Optional<Sample> sample) {
        Optional<JudgedConclusion> judged = analyses.judgement(control, test.id(), conclusion);
        judged.ifPresent(j -> reasons.add(new Reason(
                j.accepted() ? ReasonCode.JUDGED : ReasonCode.JUDGEMENT_REFUSED,
                j.conclusion() + " by " + (j.reviewer().isEmpty() ? "a reviewer" : j.reviewer())
                        + (j.reason().isEmpty() ? "" : ": " + j.reason()))));
        return new TestResult(
                test.id(),
                test.procedure(),
                test.rule().kind(),
                test.rule().words(),
                sample.isPresent() ? Lane.SAMPLE : Lane.CENSUS,
                sample.map(Sample::result),
                sample.map(Sample::written).orElseGet(policy::written),
                conclusion,
                judged,
                reasons,
                population,
                findings.counts(),
                findings.months(),
                findings.items(),
                findings.coverage());
    }

    private TestResult notTested(String control, TestOfControl test, DeviationPolicy policy) {
        return without(
                control, test, policy, OperatingConclusion.NOT_TESTED, ReasonCode.NOT_TESTED, missing(test.rule()));
    }

    /** Why a rule is not evaluated. */
    static String missing(Rule rule) {
        return rule instanceof LaterRule later ? later.words() : rule.kind() + " is not evaluated by this version";
    }

    private TestResult failed(String control, TestOfControl test, DeviationPolicy policy, RuntimeException cause) {
        return without(
                control, test, policy, OperatingConclusion.INSUFFICIENT_EVIDENCE, ReasonCode.RULE_ERROR, said(cause));
    }

    /** What a failing rule said, in one line. */
    static String said(RuntimeException cause) {
        return cause.getClass().getSimpleName()
                + (cause.getMessage() == null
                        ? ""
                        : ": " + cause.getMessage().lines().findFirst().orElse(""));
    }

    private TestResult without(
            String control,
            TestOfControl test,
            DeviationPolicy policy,
            OperatingConclusion conclusion,
            ReasonCode code,
            String text) {
        Optional<JudgedConclusion> judged = analyses.judgement(control, test.id(), conclusion);
        return new TestResult(
                test.id(),
                test.procedure(),
                test.rule().kind(),
                test.rule().words(),
                Lane.CENSUS,
                Optional.empty(),
                policy.written(),
                conclusion,
                judged,
                List.of(new Reason(code, text)),
                new PopulationResult(0, IpeStatus.NOT_NEEDED, "", List.of(), List.of()),
                OutcomeCounts.NONE,
                Map.of(),
                List.of(),
                Optional.empty());
    }
}
