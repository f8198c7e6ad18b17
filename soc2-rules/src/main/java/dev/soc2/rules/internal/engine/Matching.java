package dev.soc2.rules.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each demand at most one supply of its own: as many as possible in time, then as many as possible late. In time
 * by earliest deadline first, in order of the supplies, which finds a largest set because a supply that comes later
 * fits every open demand of an earlier start.
 */
final class Matching {

    /**
     * Something that asks for one supply.
     *
     * @param row its row
     * @param from first instant at which a supply counts
     * @param due last instant at which it is in time
     */
    record Demand(int row, long from, long due) {}

    /**
     * Something that serves one demand.
     *
     * @param row its row
     * @param at when
     */
    record Supply(int row, long at) {}

    private Matching() {}

    /** Row of the supply by row of the demand; a demand without one is absent. */
    static Map<Integer, Integer> match(List<Demand> demands, List<Supply> supplies) {
        Map<Integer, Integer> supplyByDemand = new HashMap<>();
        List<Demand> open = new ArrayList<>(demands);
        List<Supply> left = new ArrayList<>();
        for (Supply supply : supplies.stream()
                .sorted(Comparator.comparingLong(Supply::at).thenComparingInt(Supply::row))
                .toList()) {
            open.stream()
                    .filter(d -> d.from() <= supply.at() && supply.at() <= d.due())
                    .min(Comparator.comparingLong(Demand::due)
                            .thenComparingLong(Demand::from)
                            .thenComparingInt(Demand::row))
                    .ifPresentOrElse(
                            demand -> {
                                open.remove(demand);
                                supplyByDemand.put(demand.row(), supply.row());
                            },
                            () -> left.add(supply));
        }
        for (Supply supply : left) {
            open.stream()
                    .filter(d -> d.from() <= supply.at())
                    .min(Comparator.comparingLong(Demand::from).thenComparingInt(Demand::row))
                    .ifPresent(demand -> {
                        open.remove(demand);
                        supplyByDemand.put(demand.row(), supply.row());
                    });
        }
        return supplyByDemand;
    }
}
