package dev.soc2.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.soc2.rules.internal.engine.Matching.Demand;
import dev.soc2.rules.internal.engine.Matching.Supply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MatchingProperties {

    @Provide
    Arbitrary<List<Demand>> demands() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 12), Arbitraries.longs().between(0, 6))
                .as((from, within) -> new Demand(0, from, from + within))
                .list()
                .ofMaxSize(6)
                .map(MatchingProperties::numbered);
    }

    @Provide
    Arbitrary<List<Supply>> supplies() {
        return Arbitraries.longs().between(0, 18).list().ofMaxSize(6).map(times -> {
            List<Supply> supplies = new ArrayList<>();
            times.forEach(at -> supplies.add(new Supply(100 + supplies.size(), at)));
            return supplies;
        });
    }

    private static List<Demand> numbered(List<Demand> demands) {
        List<Demand> numbered = new ArrayList<>();
        demands.forEach(d -> numbered.add(new Demand(numbered.size(), d.from(), d.due())));
        return numbered;
    }

    @Property
    void noSupplyServesTwiceAndNoneServesBeforeItIsAskedFor(
            @ForAll("demands") List<Demand> demands, @ForAll("supplies") List<Supply> supplies) {
        Map<Integer, Integer> matched = Matching.match(demands, supplies);

        assertThat(new HashSet<>(matched.values())).hasSameSizeAs(matched.values());
        matched.forEach(
                (demand, supply) -> assertThat(supplies.get(supply - 100).at())
                        .isGreaterThanOrEqualTo(demands.get(demand).from()));
    }

    /** Against every way there is. */
    @Property
    void noOtherWayServesMoreInTime(
            @ForAll("demands") List<Demand> demands, @ForAll("supplies") List<Supply> supplies) {
        Map<Integer, Integer> matched = Matching.match(demands, supplies);

        long inTime = matched.entrySet().stream()
                .filter(e -> isInTime(demands.get(e.getKey()), supplies.get(e.getValue() - 100)))
                .count();
        assertThat(inTime).isEqualTo(most(demands, 0, supplies));
    }

    @Example
    void aHundredThousandOfOneKeyAreMatched() {
        List<Demand> demands = new ArrayList<>();
        List<Supply> supplies = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            demands.add(new Demand(i, i, i + 10L));
            supplies.add(new Supply(i, i + 5L));
        }

        assertThat(Matching.match(demands, supplies)).hasSize(100_000);
    }

    private static boolean isInTime(Demand demand, Supply supply) {
        return demand.from() <= supply.at() && supply.at() <= demand.due();
    }

    private static long most(List<Demand> demands, int next, List<Supply> free) {
        if (next == demands.size()) {
            return 0;
        }
        long best = most(demands, next + 1, free);
        for (Supply supply : free) {
            if (isInTime(demands.get(next), supply)) {
                List<Supply> rest = new ArrayList<>(free);
                rest.remove(supply);
                best = Math.max(best, 1 + most(demands, next + 1, rest));
            }
        }
        return best;
    }
}
