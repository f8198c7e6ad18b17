package dev.soc2.evidence.internal.github;

import dev.soc2.evidence.internal.event.EventTimes;
import java.util.Map;
import java.util.Optional;

/**
 * How an export of GitHub is read.
 *
 * @param times how times are read
 * @param system name of the system whose accounts the members have; else the source
 * @param environments names of environments as GitHub has them, and as the tests know them
 */
record GitHubOptions(EventTimes times, Optional<String> system, Map<String, String> environments) {

    GitHubOptions {
        environments = Map.copyOf(environments);
    }

    String environment(String name) {
        return environments.getOrDefault(name, name);
    }
}
