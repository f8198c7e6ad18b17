package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.ControlRelationKind;
import dev.soc2.model.result.ControlAlgebra;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.ReasonCode;
import dev.soc2.model.result.VersionResult;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether a control that failed is compensated: by one that says so, was in place all the time in which the other
 * failed, was tested itself and found effective without deviations, and rests on nothing that failed. One that came after
 * the failure compensates nothing.
 */
final class Compensation {

    private final Collection<ControlRun.Ran> runs;

    Compensation(Collection<ControlRun.Ran> runs) {
        this.runs = List.copyOf(runs);
    }

    boolean isCompensated(ControlResult failed) {
        List<Window> failures = Pieces.of(failed, c -> c == OperatingConclusion.INEFFECTIVE);
        return !failures.isEmpty() && failures.stream().allMatch(failure -> isCompensated(failed.id(), failure));
    }

    /** What is not known of a control in versions that did not fail: a failure made good elsewhere does not show it. */
    static Optional<OperatingConclusion> unknownBeside(ControlResult failed) {
        return failed.versions().stream()
                .map(VersionResult::operating)
                .filter(c -> c == OperatingConclusion.INSUFFICIENT_EVIDENCE || c == OperatingConclusion.NOT_TESTED)
                .reduce(ControlAlgebra::worse);
    }

    private boolean isCompensated(String failed, Window failure) {
        return runs.stream()
                .filter(r -> r.result()
                        .control()
                        .related(ControlRelationKind.COMPENSATES)
                        .contains(failed))
                .filter(r -> r.result().reasons().stream().noneMatch(w -> w.code() == ReasonCode.RELIANCE_GAP))
                .anyMatch(r -> failure.isCoveredBy(effective(r)));
    }

    private static List<Window> effective(ControlRun.Ran ran) {
        return Pieces.of(ran.result(), c -> c == OperatingConclusion.EFFECTIVE).stream()
                .flatMap(piece -> ran.inForce().stream().map(piece::intersect))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
