package dev.soc2.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.model.result.Assessment;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.TestResult;
import dev.soc2.quickstart.acme.GroundTruth;
import dev.soc2.quickstart.acme.Planted;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what an assessment found against what was planted. */
final class Agreement {

    /** The kinds whose tests the generator writes evidence for. */
    private static final Set<String> GENERATED = Set.of("ATTRIBUTE", "CADENCE", "SLA", "COMPLETENESS", "POLICY_REVIEW");

    private Agreement() {}

    static void check(Assessment assessment, GroundTruth truth) {
        Set<String> evaluated = new TreeSet<>();
        TreeSet<Planted> found = new TreeSet<>();
        for (ControlResult control : assessment.controls()) {
            String id = control.control().id();
            for (TestResult test : control.tests()) {
                if (isEvaluated(test)) {
                    evaluated.add(id + "/" + test.id());
                    test.items().stream()
                            .filter(item -> item.outcome() == ItemOutcome.DEVIATION)
                            .forEach(item -> found.add(new Planted(id, test.id(), item.id(), item.reason())));
                }
            }
        }
        // What this version does not evaluate is NOT_TESTED, and nothing can be found there.
        List<Planted> expected = truth.planted().stream()
                .filter(planted -> evaluated.contains(planted.control() + "/" + planted.test()))
                .collect(Collectors.toList());
        assertThat(found).containsExactlyElementsOf(expected);
    }

    static List<TestResult> evaluated(Assessment assessment) {
        return assessment.controls().stream()
                .flatMap(control -> control.tests().stream())
                .filter(Agreement::isEvaluated)
                .toList();
    }

    private static boolean isEvaluated(TestResult test) {
        return GENERATED.contains(test.ruleKind()) && test.conclusion() != OperatingConclusion.NOT_TESTED;
    }
}
