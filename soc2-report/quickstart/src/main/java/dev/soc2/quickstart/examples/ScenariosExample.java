package dev.soc2.quickstart.examples;

import dev.soc2.rules.scenario.Scenario;
import dev.soc2.rules.scenario.Scenarios;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Scenarios as tests of a host. */
public final class ScenariosExample {

    private ScenariosExample() {}

    // tag::scenarios[]
    /** A name and a check for each scenario; in JUnit 5: {@code dynamicTest(name, check::run)}. */
    static Map<String, Runnable> checks(Path folder) {
        return Scenarios.in(folder).stream().collect(Collectors.toMap(Scenario::name, scenario -> scenario::check));
    }
    // end::scenarios[]
}
