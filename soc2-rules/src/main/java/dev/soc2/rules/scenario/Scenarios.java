package dev.soc2.rules.scenario;

import dev.soc2.rules.internal.scenario.ScenarioFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scenarios of a folder: tests of rule packs, written as documents.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> acmePack() {
 *     return Scenarios.in(Path.of("src/test/scenarios")).stream().map(s -> dynamicTest(s.name(), s::check));
 * }
 * }</pre>
 */
public final class Scenarios {

    private final List<Scenario> scenarios;

    private Scenarios(List<Scenario> scenarios) {
        this.scenarios = List.copyOf(scenarios);
    }

    /**
     * Reads a scenario, or every scenario in a folder and the folders in it. Rule packs and criteria
     * catalogues that stand among them are passed over; any other YAML or JSON document there is a scenario.
     *
     * @param folderOrFile the folder, or one file
     * @return at least one scenario
     * @throws dev.soc2.model.issue.Soc2Exception with every fault of every file, or when there is no scenario
     */
    public static Scenarios in(Path folderOrFile) {
        return new Scenarios(
                ScenarioFiles.read(folderOrFile).stream().map(Scenario::new).toList());
    }

    /**
     * The scenarios, in the order of their files.
     *
     * @return a new stream
     */
    public Stream<Scenario> stream() {
        return scenarios.stream();
    }

    /**
     * How many there are.
     *
     * @return the number
     */
    public int size() {
        return scenarios.size();
    }
}
