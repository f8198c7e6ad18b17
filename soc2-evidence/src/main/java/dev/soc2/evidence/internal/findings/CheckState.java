package dev.soc2.evidence.internal.findings;

import dev.soc2.model.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of a check on a resource: an asset state of the instant at which the check was made, whichever tool made
 * it. The outcome of today says nothing about yesterday, so it takes effect when it is seen.
 *
 * @param check id of the check
 * @param statuses what the export says about the outcome, by one field or several
 * @param severity how severe a failure is
 * @param requirements what the check is a check of, such as {@code CIS-1.4: 1.20}
 */
public record CheckState(
        Optional<String> check, Set<String> statuses, Optional<String> severity, List<String> requirements) {

    public static final String TYPE = "asset.state";

    public CheckState {
        statuses = Set.copyOf(statuses);
        requirements = List.copyOf(requirements);
    }

    /** Two fields that contradict each other make the outcome unknown. */
    private Optional<String> status() {
        if (statuses.size() > 1) {
            return Optional.of("UNKNOWN");
        }
        return statuses.stream().findFirst();
    }

    /** The state of one resource. */
    public Draft of(String id, String resource, Instant seen, String source) {
        Optional<Boolean> compliant = status().filter(word -> word.equals("PASS") || word.equals("FAIL"))
                .map("PASS"::equals);
        return new Draft(Evidence.of(id, TYPE, resource, seen, source))
                .text("check", check)
                .text("status", status())
                .flag("compliant", compliant)
                .text("severity", severity)
                .texts("requirements", requirements);
    }
}
