package dev.soc2.model.result;

import dev.soc2.model.control.ControlVersion;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What was found about one version of a control that changed, over the part of the period in which it was in force.
 *
 * @param version the version
 * @param from start of that part
 * @param to end of that part, not included
 * @param operating what can be said about its operation; not applicable when it had not begun
 * @param reasons why, sorted
 * @param tests ids of its tests
 */
public record VersionResult(
        ControlVersion version,
        Instant from,
        Instant to,
        OperatingConclusion operating,
        List<Reason> reasons,
        List<String> tests) {

    /** Checks the invariants and sorts. */
    public VersionResult {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(operating, "operating");
        reasons = List.copyOf(reasons.stream().distinct().sorted().toList());
        tests = List.copyOf(tests);
    }
}
