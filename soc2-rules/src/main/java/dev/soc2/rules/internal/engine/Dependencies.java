package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.ControlRelationKind;
import dev.soc2.model.result.ControlResult;
import dev.soc2.model.result.OperatingConclusion;
import dev.soc2.model.result.Reason;
import dev.soc2.model.result.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Controls that rest on others. Where one of those did not work, or is not shown to have worked, over some of the same
 * time, an effective control is effective with deviations at most. What counts are the conclusions of the tests, so that
 * a gap is not handed on and circles have no end to look for.
 */
final class Dependencies {

    private final Map<String, ControlRun.Ran> runs;
    private final Set<String> known;

    /**
     * Makes it.
     *
     * @param runs what was found about each control that was assessed
     * @param known ids of all controls of the packs
     */
    Dependencies(Map<String, ControlRun.Ran> runs, Set<String> known) {
        this.runs = Map.copyOf(runs);
        this.known = Set.copyOf(known);
    }

    /** The same findings, with the conclusions that reliance allows. */
    Map<String, ControlRun.Ran> weigh() {
        Map<String, ControlRun.Ran> weighed = new TreeMap<>();
        runs.forEach((id, ran) -> weighed.put(id, weigh(ran)));
        return weighed;
    }

    /** One of them, or what is supposed of it, with the conclusion that reliance allows. */
    ControlRun.Ran weigh(ControlRun.Ran ran) {
        ControlResult result = ran.result();
        List<Reason> gaps = new ArrayList<>();
        for (String other : result.control().related(ControlRelationKind.DEPENDS_ON)) {
            gap(ran, other).ifPresent(gaps::add);
        }
        if (gaps.isEmpty()
                || result.operating().isEmpty()
                || !isConcluded(result.operating().get())) {
            return ran;
        }
        OperatingConclusion conclusion = result.operating().get() == OperatingConclusion.EFFECTIVE
                ? OperatingConclusion.EFFECTIVE_WITH_DEVIATIONS
                : result.operating().get();
        return new ControlRun.Ran(result.concluding(conclusion, gaps), ran.inForce());
    }

    private static boolean isConcluded(OperatingConclusion conclusion) {
        return conclusion != OperatingConclusion.NOT_APPLICABLE && conclusion != OperatingConclusion.DID_NOT_OPERATE;
    }

    private Optional<Reason> gap(ControlRun.Ran dependent, String other) {
        ControlRun.Ran dependency = runs.get(other);
        if (dependency == null) {
            return known.contains(other)
                    ? Optional.empty()
                    : Optional.of(new Reason(ReasonCode.RELIANCE_GAP, "it rests on " + other + ", which no pack has"));
        }
        List<Window> weak = Pieces.of(dependency.result(), Dependencies::isWeak);
        boolean together = Pieces.of(dependent.result(), c -> true).stream()
                .anyMatch(own -> weak.stream().anyMatch(w -> w.overlaps(own.from(), own.to())));
        return together
                ? Optional.of(new Reason(
                        ReasonCode.RELIANCE_GAP,
                        "it rests on " + other + ", which is "
                                + dependency.result().operating().orElseThrow()))
                : Optional.empty();
    }

    private static boolean isWeak(OperatingConclusion conclusion) {
        return conclusion == OperatingConclusion.INEFFECTIVE
                || conclusion == OperatingConclusion.INSUFFICIENT_EVIDENCE
                || conclusion == OperatingConclusion.NOT_TESTED;
    }
}
