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

/** Holds what an assessment found against what was planted. */
final class Agreement {

    private Agreement() {}

    static void check(Assessment assessment, GroundTruth truth) {
        assertThat(items(assessment, ItemOutcome.DEVIATION)).containsExactlyElementsOf(truth.planted());
        assertThat(items(assessment, ItemOutcome.UNDETERMINED)).containsExactlyElementsOf(truth.undetermined());
        assertThat(tests(assessment, OperatingConclusion.NOT_TESTED)).isEmpty();
        assertThat(tests(assessment, OperatingConclusion.DID_NOT_OPERATE)).containsExactlyElementsOf(truth.quiet());
    }

    private static Set<Planted> items(Assessment assessment, ItemOutcome outcome) {
        TreeSet<Planted> found = new TreeSet<>();
        for (ControlResult control : assessment.controls()) {
            for (TestResult test : control.tests()) {
                test.items().stream()
                        .filter(item -> item.outcome() == outcome)
                        .forEach(item ->
                                found.add(new Planted(control.control().id(), test.id(), item.id(), item.reason())));
            }
        }
        return found;
    }

    private static Set<String> tests(Assessment assessment, OperatingConclusion conclusion) {
        TreeSet<String> found = new TreeSet<>();
        for (ControlResult control : assessment.controls()) {
            control.tests().stream()
                    .filter(test -> test.conclusion() == conclusion)
                    .forEach(test -> found.add(control.control().id() + "/" + test.id()));
        }
        return found;
    }

    static List<TestResult> evaluated(Assessment assessment) {
        return assessment.controls().stream()
                .flatMap(control -> control.tests().stream())
                .toList();
    }
}
