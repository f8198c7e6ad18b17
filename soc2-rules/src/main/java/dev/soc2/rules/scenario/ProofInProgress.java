package dev.soc2.rules.scenario;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.internal.scenario.EmptyRules;
import dev.soc2.rules.internal.scenario.ScenarioDocument;
import dev.soc2.rules.rule.CombinedRule;
import dev.soc2.rules.rule.ProhibitionRule;
import dev.soc2.rules.rule.Rule;
import dev.soc2.rules.rule.TestOfControl;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known so far about one test. Filled by one thread. */
final class ProofInProgress {

    /** So many more are tried after a deviation beside which too much is doubtful, in search of a plain one. */
    private static final int PATIENCE = 100;

    private final String control;
    private final TestOfControl test;
    private final int most;
    private final List<String> conforming = new ArrayList<>();
    private final List<Mutation> tried = new ArrayList<>();
    private final Map<OperatingConclusion, Integer> concluded = new EnumMap<>(OperatingConclusion.class);
    private Optional<MutatedOutcome> failure = Optional.empty();
    private Optional<MutatedOutcome> weakFailure = Optional.empty();
    private Optional<MutatedOutcome> doubt = Optional.empty();
    private int weakSince;
    private OutcomeCounts before = OutcomeCounts.NONE;

    ProofInProgress(String control, TestOfControl test, int most) {
        this.control = control;
        this.test = test;
        this.most = most;
    }

    String id() {
        return test.id();
    }

    /** Whether an override means it, by its id or by the id that it has in every version of its control. */
    boolean isNamed(String id) {
        return test.id().equals(id) || test.id().startsWith(id + "@");
    }

    /** Whether it is neither proven nor given up. */
    boolean isOpen() {
        return failure.isEmpty()
                && tried.size() < most
                && (weakFailure.isEmpty() || tried.size() < weakSince + PATIENCE);
    }

    /**
     * Whether a result is one to start from: effective, with an item that conforms. Where nothing may exist, no item can
     * conform, and effective is enough.
     */
    boolean startsFrom(ScenarioDocument scenario, Optional<TestResult> plain) {
        boolean effective = plain.filter(result -> result.conclusion() == OperatingConclusion.EFFECTIVE)
                .filter(result -> result.counts().conforming() > 0 || isProhibition(test.rule()))
                .isPresent();
        if (effective) {
            conforming.add(scenario.name());
            before = plain.get().counts();
        }
        return effective;
    }

    private static boolean isProhibition(Rule rule) {
        return rule instanceof ProhibitionRule
                || (rule instanceof CombinedRule combined
                        && combined.parts().stream().allMatch(ProofInProgress::isProhibition));
    }

    /** Takes what a mutation came to; empty: the engine refused the evidence. */
    void tried(ScenarioDocument scenario, Mutation mutation, Optional<TestResult> result) {
        tried.add(mutation);
        result.ifPresent(found -> {
            concluded.merge(found.conclusion(), 1, Integer::sum);
            if (found.conclusion() == OperatingConclusion.EFFECTIVE) {
                return;
            }
            // An empty or unproven population makes every test doubt, a void one too; items tell the rule's own doubt.
            if (found.counts().deviations() > before.deviations()) {
                fails(outcome(scenario, mutation, found, ItemOutcome.DEVIATION));
            } else if (doubt.isEmpty() && found.counts().undetermined() > before.undetermined()) {
                doubt = Optional.of(outcome(scenario, mutation, found, ItemOutcome.UNDETERMINED));
            }
        });
    }

    private void fails(MutatedOutcome outcome) {
        if (outcome.conclusion() != OperatingConclusion.INSUFFICIENT_EVIDENCE) {
            failure = Optional.of(outcome);
        } else if (weakFailure.isEmpty()) {
            weakFailure = Optional.of(outcome);
            weakSince = tried.size();
        }
    }

    TestProof proof() {
        Optional<MutatedOutcome> best = failure.or(() -> weakFailure);
        return new TestProof(
                control,
                test.id(),
                verdict(best.isPresent()),
                best.or(() -> doubt),
                conforming,
                tried,
                concluded,
                best.isEmpty() && tried.size() >= most,
                EmptyRules.hints(test.rule()));
    }

    private ProofVerdict verdict(boolean fails) {
        if (conforming.isEmpty()) {
            return ProofVerdict.NEVER_CONFORMING;
        }
        if (fails) {
            return ProofVerdict.PROVEN;
        }
        return doubt.isPresent() ? ProofVerdict.ONLY_DOUBT : ProofVerdict.CANNOT_FAIL;
    }

    private static MutatedOutcome outcome(
            ScenarioDocument scenario, Mutation mutation, TestResult result, ItemOutcome because) {
        ItemResult item = result.items().stream()
                .filter(i -> i.outcome() == because)
                .findFirst()
                .orElseThrow();
        return new MutatedOutcome(scenario.name(), scenario.file(), mutation, result.conclusion(), item);
    }
}
