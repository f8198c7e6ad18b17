package dev.soc2.rules.scenario;

import dev.soc2.model.engagement.Engagement;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Soc2Exception;
import dev.soc2.model.result.ControlResult;
import dev.soc2.rules.internal.scenario.ScenarioDocument;
import dev.soc2.rules.internal.scenario.ScenarioRun;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The proof of the tests of one control, all at once: each spoiled scenario is assessed once for all of them. */
final class ControlProof {

    private final RulePack pack;
    private final String control;
    private final List<ScenarioDocument> scenarios;
    private final List<ProofInProgress> tests;
    private final RuleLiterals literals;
    private final Runnable assessed;

    /**
     * The proof of one control.
     *
     * @param all every scenario handed over
     * @param assessed runs after each assessment
     */
    ControlProof(RulePack pack, TestedControl control, List<Scenario> all, int most, Runnable assessed) {
        this.pack = pack;
        this.control = control.control().id();
        this.scenarios = all.stream()
                .map(Scenario::document)
                .filter(scenario -> scenario.only().contains(this.control)
                        && scenario.packs().stream().anyMatch(p -> p.id().equals(pack.id())))
                .toList();
        this.tests = control.tests().stream()
                .map(test -> new ProofInProgress(this.control, test, most))
                .toList();
        this.literals = RuleLiterals.of(
                control.tests().stream().map(TestOfControl::rule).toList());
        this.assessed = assessed;
    }

    /** What was found out about each test, in written order. */
    List<TestProof> run() {
        for (ScenarioDocument scenario : scenarios) {
            if (tests.stream().anyMatch(ProofInProgress::isOpen)) {
                spoil(scenario);
            }
        }
        return tests.stream().map(ProofInProgress::proof).toList();
    }

    private void spoil(ScenarioDocument scenario) {
        List<RulePack> packs = scenario.packs().stream()
                .map(p -> p.id().equals(pack.id()) ? pack : p)
                .toList();
        ScenarioRun run = ScenarioRun.of(scenario, packs, Set.of(control));
        Optional<ControlResult> plain = assess(run, scenario.evidence());
        List<ProofInProgress> started = tests.stream()
                .filter(ProofInProgress::isOpen)
                .filter(test -> !isOverridden(scenario.engagement(), test))
                .filter(test -> test.startsFrom(scenario, plain.flatMap(result -> result.test(test.id()))))
                .toList();
        if (started.isEmpty()) {
            return;
        }
        Mutants mutants = new Mutants(Material.of(
                scenario.evidence(),
                elsewhere(scenario),
                run.query(scenario.evidence()),
                literals,
                plain.orElseThrow(),
                latest(scenario.engagement())));
        List<ProofInProgress> open = started;
        while (!open.isEmpty() && mutants.hasNext()) {
            Mutant mutant = mutants.next();
            Optional<ControlResult> spoiled = assessSpoiled(run, mutant.of(scenario.evidence()));
            open.forEach(
                    test -> test.tried(scenario, mutant.mutation(), spoiled.flatMap(result -> result.test(test.id()))));
            open = open.stream().filter(ProofInProgress::isOpen).toList();
        }
    }

    private Optional<ControlResult> assess(ScenarioRun run, List<Evidence> evidence) {
        Optional<ControlResult> result = run.assess(evidence).controls().stream()
                .filter(c -> c.id().equals(control))
                .findFirst();
        assessed.run();
        return result;
    }

    /** Evidence that the engine refuses is evidence of nothing. */
    private Optional<ControlResult> assessSpoiled(ScenarioRun run, List<Evidence> evidence) {
        try {
            return assess(run, evidence);
        } catch (Soc2Exception e) {
            return Optional.empty();
        }
    }

    private boolean isOverridden(Engagement engagement, ProofInProgress test) {
        return engagement.tailoring().stream()
                .anyMatch(override -> override.control().equals(control) && test.isNamed(override.test()));
    }

    private List<Evidence> elsewhere(ScenarioDocument scenario) {
        List<Evidence> records = new ArrayList<>();
        scenarios.stream()
                .filter(other -> !other.file().equals(scenario.file()))
                .forEach(other -> records.addAll(other.evidence()));
        return records;
    }

    private static Instant latest(Engagement engagement) {
        Instant asOf = engagement.asOf().orElse(Evidence.LATEST);
        return engagement.knownAt().filter(asOf::isAfter).orElse(asOf);
    }
}
