package dev.soc2.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.TestResult;
import dev.soc2.rules.RulePacks;
import dev.soc2.rules.rule.RulePack;
import dev.soc2.rules.rule.TestOfControl;
import dev.soc2.rules.rule.TestedControl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A test that cannot fail is a defect: each control of the starter pack is seen to pass once and to fail twice. */
class StarterScenariosTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "scenarios", "starter");
    private static final RulePack STARTER = RulePacks.starter();

    private final Map<String, List<Scenario>> scenarios = Scenarios.in(FOLDER).stream()
            .collect(Collectors.groupingBy(
                    scenario -> FOLDER.relativize(scenario.file()).getName(0).toString()));

    @TestFactory
    Stream<DynamicTest> eachControlPassesOnceAndFailsTwiceAndEachOfItsTestsDoesBoth() {
        return STARTER.controls().stream()
                .map(control -> dynamicTest(control.control().id(), () -> check(control)));
    }

    @Test
    void eachFolderIsOfAControl() {
        assertThat(STARTER.controls())
                .extracting(control -> control.control().id())
                .containsAll(scenarios.keySet());
    }

    private void check(TestedControl control) {
        String id = control.control().id();
        assertThat(scenarios).as("folders of scenarios").containsKey(id);
        assertThat(scenarios.get(id)).as("scenarios of " + id).allSatisfy(scenario -> {
            assertThat(scenario.document().only()).containsExactly(id);
            assertThat(scenario.document().packs()).extracting(RulePack::id).containsExactly(STARTER.id());
        });
        Map<String, ControlResult> results = scenarios.get(id).stream()
                .collect(Collectors.toMap(
                        scenario -> scenario.file().getFileName().toString(),
                        scenario -> scenario.run().assessment().control(id)));

        assertThat(results).as("scenarios of " + id).containsKey("conforming.yaml");
        conforms(results.remove("conforming.yaml"));

        assertThat(results.values())
                .as("scenarios in which " + id + " deviates")
                .filteredOn(result -> !result.deviations().isEmpty() && !isEffective(result))
                .hasSizeGreaterThanOrEqualTo(2);
        for (TestOfControl test : control.tests()) {
            assertThat(results.values())
                    .as("scenarios in which the test " + test.id() + " of " + id + " deviates")
                    .anyMatch(result ->
                            times(ItemOutcome.DEVIATION, result.test(test.id()).orElseThrow()) > 0);
        }
    }

    private static void conforms(ControlResult result) {
        assertThat(result.operating()).as("conforming.yaml").contains(OperatingConclusion.EFFECTIVE);
        assertThat(result.tests()).as("tests in conforming.yaml").allSatisfy(test -> {
            assertThat(times(ItemOutcome.CONFORMING, test)).as(test.id()).isPositive();
            assertThat(times(ItemOutcome.DEVIATION, test)).as(test.id()).isZero();
        });
    }

    private static boolean isEffective(ControlResult result) {
        return result.operating().equals(Optional.of(OperatingConclusion.EFFECTIVE));
    }

    private static long times(ItemOutcome outcome, TestResult test) {
        return test.counts().of(outcome);
    }
}
