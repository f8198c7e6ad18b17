package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.AssuranceLevel;
import dev.soc2.model.engagement.DeviationPolicy;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.result.Concluded;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.PopulationResult;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.TestAlgebra;
import dev.soc2.model.result.TestFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Carries the rule of one test out: a tree whose leaves are evaluated and concluded on one by one, each with items,
 * population proof and policy of its own, and whose branches take conclusions together. A leaf that fails fails itself
 * only.
 */
final class PartRun {

    private final Scene scene;
    private final Analyses analyses;
    private final List<ImportReceipt> receipts;
    private final boolean keepConforming;
    private final String control;
    private final DeviationPolicy policy;
    private final Window window;
    private final Window whole;
    private final Optional<SampleAsk> asked;

    PartRun(
            Scene scene,
            List<ImportReceipt> receipts,
            boolean keepConforming,
            String control,
            DeviationPolicy policy,
            Window window,
            Window whole,
            Optional<SampleAsk> asked) {
        this.scene = scene;
        this.analyses = new Analyses(scene.timeline);
        this.receipts = receipts;
        this.keepConforming = keepConforming;
        this.control = control;
        this.policy = policy;
        this.window = window;
        this.whole = whole;
        this.asked = asked;
    }

    /** Concludes on the rule of a test, whose path is {@code CONTROL/TEST}. */
    Part run(PlannedRule rule, String testPath) {
        return run(rule, new Place(testPath, "", List.of(testPath)));
    }

    private Part run(PlannedRule planned, Place place) {
        if (planned instanceof PlannedRule.Several several) {
            List<Part> parts = new ArrayList<>();
            for (PlannedRule part : several.parts()) {
                boolean same = new HashSet<>(part.population()).equals(new HashSet<>(several.population()));
                parts.add(run(part, place.part(parts.size() + 1, same)));
            }
            return new PartsTogether(several, parts, place)
                    .conclude(PopulationProof.ofPath(scene, window, place.path(), several.population()));
        }
        return one((PlannedRule.One) planned, place);
    }

    private Part one(PlannedRule.One planned, Place place) {
        try {
            Findings findings = new Findings(scene, control, place.prefix(), window, keepConforming);
            Evaluation evaluation = new Evaluation(scene, window, whole, findings);
            Optional<SampleLane> lane = asked.filter(ask -> place.isWhole()).map(ask -> SampleLane.of(evaluation, ask));
            if (asked.isPresent() && lane.isEmpty()) {
                findings.note(ReasonCode.SAMPLING_REFUSED, "a part of a combined rule is not sampled");
            }
            planned.evaluator().evaluate(evaluation);
            return conclude(planned, place, evaluation, lane.flatMap(SampleLane::settle));
        } catch (RuntimeException e) {
            // A rule that fails must neither vanish nor take others with it: its part says what happened.
            return Part.failed(e, place.label());
        }
    }

    /** Of a sample that would be drawn or weighed otherwise when more of it deviated, nothing is said about items. */
    private static List<Lever> levers(Optional<Sample> sample) {
        boolean asOne = sample.map(Sample::isWeighedAsOne).orElse(true);
        return Arrays.stream(Lever.values())
                .filter(lever -> asOne || !lever.counted)
                .toList();
    }

    private Part conclude(PlannedRule.One planned, Place place, Evaluation evaluation, Optional<Sample> sample) {
        Findings findings = evaluation.findings;
        OutcomeCounts counts = findings.counts();
        PopulationResult population = PopulationProof.prove(
                evaluation,
                place.populationSubjects(),
                planned.population(),
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
        Function<TestFacts, Concluded<OperatingConclusion>> weigh = f ->
                sample.map(s -> s.conclude(f, assurance)).orElseGet(() -> TestAlgebra.conclude(f, policy, assurance));
        Concluded<OperatingConclusion> concluded = weigh.apply(facts);
        Situation now = new Situation(facts, findings.isStopped(), findings.isUnproven());
        List<ItemResult> items = findings.items();
        RuleChanges changes = new RuleChanges(control, place.path(), planned, items, findings.stops());
        List<Reason> reasons = new ArrayList<>(concluded.reasons());
        reasons.addAll(findings.reasons());
        reasons.addAll(population.reasons());
        return new Part(
                now.bounded(concluded.conclusion()),
                place.labelled(reasons),
                new PopulationResult(
                        population.count(),
                        population.ipe(),
                        population.query(),
                        place.labelled(population.reasons()),
                        population.evidence()),
                counts,
                findings.months(),
                items,
                findings.notInForce(),
                sample,
                findings.coverage(),
                Flips.of(
                        now,
                        levers(sample),
                        s -> s.bounded(weigh.apply(s.facts()).conclusion()),
                        Scale.OPERATING,
                        changes::name));
    }
}
