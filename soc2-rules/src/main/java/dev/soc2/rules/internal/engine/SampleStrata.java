package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.rules.sampling.Frame;
import dev.soc2.rules.sampling.Strata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A sample stratum by stratum. */
final class SampleStrata {

    private SampleStrata() {}

    static Map<String, Integer> sizes(Frame frame) {
        Map<String, Integer> sizes = new TreeMap<>();
        frame.members().forEach(member -> sizes.merge(member.stratum(), 1, Integer::sum));
        return sizes;
    }

    /** The strata of a sample that was not shared out in proportion; empty when it was, so that it may be pooled. */
    static List<SampleWeight.Part> apart(
            Frame frame, Collection<String> tested, Map<String, Findings.Held> population) {
        Map<String, List<ItemOutcome>> outcomes = new TreeMap<>();
        Map<String, Integer> shares = new TreeMap<>();
        for (Frame.Member member : frame.members()) {
            shares.putIfAbsent(member.stratum(), 0);
            if (tested.contains(member.id())) {
                shares.merge(member.stratum(), 1, Integer::sum);
                outcomes.computeIfAbsent(member.stratum(), s -> new ArrayList<>())
                        .add(Objects.requireNonNull(population.get(member.id()), "a frame holds the population")
                                .outcome());
            }
        }
        if (shares.equals(Strata.allocate(sizes(frame), tested.size(), 0))) {
            return List.of();
        }
        List<SampleWeight.Part> parts = new ArrayList<>();
        outcomes.forEach((stratum, found) -> parts.add(new SampleWeight.Part(
                stratum,
                count(found, ItemOutcome.CONFORMING)
                        + count(found, ItemOutcome.DEVIATION)
                        + count(found, ItemOutcome.UNDETERMINED),
                count(found, ItemOutcome.DEVIATION),
                count(found, ItemOutcome.UNDETERMINED))));
        return parts;
    }

    static int count(Collection<ItemOutcome> outcomes, ItemOutcome wanted) {
        return (int) outcomes.stream().filter(outcome -> outcome == wanted).count();
    }
}
