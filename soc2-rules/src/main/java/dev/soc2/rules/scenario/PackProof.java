package dev.soc2.rules.scenario;

import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestedControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shows for every test of a pack that it can fail: it spoils the evidence of scenarios in which the test is effective, one
 * thing at a time, until the test finds a deviation. A test that finds none, whatever is spoiled, is a defect of the pack.
 *
 * <pre>{@code
 * PackProof.of(RulePacks.read(pack), Scenarios.in(folder)).run().throwIfAnyCannotFail();
 * }</pre>
 *
 * <p>Scenarios count for a control when they name a pack of the same id, have the control under test and do not override
 * the parameters of the test. The same pack and scenarios give the same result: nothing here is left to chance. Immutable and
 * thread-safe.
 */
public final class PackProof {

    private static final int MOST = 2_000;

    private final RulePack pack;
    private final List<Scenario> scenarios;
    private final int most;
    private final PackProofListener listener;

    private PackProof(RulePack pack, List<Scenario> scenarios, int most, PackProofListener listener) {
        this.pack = Objects.requireNonNull(pack, "pack");
        this.scenarios = List.copyOf(scenarios);
        this.most = most;
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * A proof of a pack by scenarios.
     *
     * @param pack the pack; it stands in for the pack of the same id that a scenario names
     * @param scenarios scenarios of its controls at work; those that show a control fail lend their records
     * @return the proof, not run yet
     */
    public static PackProof of(RulePack pack, List<Scenario> scenarios) {
        return new PackProof(pack, scenarios, MOST, PackProofListener.NONE);
    }

    /**
     * A proof of a pack by the scenarios of a folder.
     *
     * @param pack the pack; it stands in for the pack of the same id that a scenario names
     * @param scenarios scenarios of its controls at work; those that show a control fail lend their records
     * @return the proof, not run yet
     */
    public static PackProof of(RulePack pack, Scenarios scenarios) {
        return of(pack, scenarios.stream().toList());
    }

    /**
     * The same proof, followed by a listener.
     *
     * @param follower hears of progress
     * @return a copy
     */
    public PackProof listening(PackProofListener follower) {
        return new PackProof(pack, scenarios, most, follower);
    }

    /**
     * The same proof with another limit; 2,000 unless something else is said.
     *
     * @param mutations how many mutations are tried on a test before it counts as one that cannot fail
     * @return a copy
     * @throws IllegalArgumentException if the number is not positive
     */
    public PackProof tryingAtMost(int mutations) {
        if (mutations < 1) {
            throw new IllegalArgumentException("at least one mutation is tried, got " + mutations);
        }
        return new PackProof(pack, scenarios, mutations, listener);
    }

    /**
     * Runs it, on the caller's thread.
     *
     * @return what was found out about each test
     * @throws dev.soc2.model.issue.Soc2Exception if the engine refuses a scenario as it stands
     */
    public PackProofResult run() {
        int all = pack.controls().stream().mapToInt(c -> c.tests().size()).sum();
        listener.planned(all);
        List<TestProof> proofs = new ArrayList<>(all);
        long[] assessments = {0};
        for (TestedControl control : pack.controls()) {
            ControlProof proof =
                    new ControlProof(pack, control, scenarios, most, () -> listener.assessed(++assessments[0]));
            for (TestProof found : proof.run()) {
                proofs.add(found);
                listener.tested(found, proofs.size(), all);
            }
        }
        return new PackProofResult(pack.id(), proofs);
    }
}
