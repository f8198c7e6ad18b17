package dev.soc2.quickstart.examples;

import dev.soc2.rules.RulePacks;
import dev.soc2.rules.scenario.PackProof;
import dev.soc2.rules.scenario.PackProofResult;
import dev.soc2.rules.scenario.Scenario;
import dev.soc2.rules.scenario.Scenarios;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Scenarios as tests of a host, and as the proof that the tests of a pack can fail. */
public final class ScenariosExample {

    private ScenariosExample() {}

    // tag::scenarios[]
    /** A name and a check for each scenario; in JUnit 5: {@code dynamicTest(name, check::run)}. */
    static Map<String, Runnable> checks(Path folder) {
        return Scenarios.in(folder).stream().collect(Collectors.toMap(Scenario::name, scenario -> scenario::check));
    }
    // end::scenarios[]

    // tag::proof[]
    /** Shows that every test of a pack that a scenario shows at work can fail; throws and names those that cannot. */
    static PackProofResult prove(Path pack, Path folder) {
        PackProofResult proof =
                PackProof.of(RulePacks.read(pack), Scenarios.in(folder)).run();
        proof.throwIfAnyCannotFail();
        return proof;
    }
    // end::proof[]
}
