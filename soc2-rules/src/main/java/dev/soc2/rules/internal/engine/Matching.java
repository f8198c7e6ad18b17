package dev.soc2.rules.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

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

    private static final Comparator<Demand> BY_DUE = Comparator.comparingLong(Demand::due)
            .thenComparingLong(Demand::from)
            .thenComparingInt(Demand::row);
    private static final Comparator<Demand> BY_FROM =
            Comparator.comparingLong(Demand::from).thenComparingInt(Demand::row);

    private Matching() {}

    /** Row of the supply by row of the demand; a demand without one is absent. */
    static Map<Integer, Integer> match(List<Demand> demands, List<Supply> supplies) {
        Map<Integer, Integer> supplyByDemand = new HashMap<>();
        Queue<Demand> waiting = queue(BY_FROM, demands);
        Queue<Demand> begun = queue(BY_DUE, List.of());
        List<Supply> left = new ArrayList<>();
        for (Supply supply : supplies.stream()
                .sorted(Comparator.comparingLong(Supply::at).thenComparingInt(Supply::row))
                .toList()) {
            while (!waiting.isEmpty() && waiting.element().from() <= supply.at()) {
                begun.add(waiting.remove());
            }
            while (!begun.isEmpty() && begun.element().due() < supply.at()) {
                begun.remove();
            }
            if (begun.isEmpty()) {
                left.add(supply);
            } else {
                supplyByDemand.put(begun.remove().row(), supply.row());
            }
        }
        Queue<Demand> open = queue(
                BY_FROM,
                demands.stream()
                        .filter(d -> !supplyByDemand.containsKey(d.row()))
                        .toList());
        for (Supply supply : left) {
            if (!open.isEmpty() && open.element().from() <= supply.at()) {
                supplyByDemand.put(open.remove().row(), supply.row());
            }
        }
        return supplyByDemand;
    }

    private static Queue<Demand> queue(Comparator<Demand> order, List<Demand> demands) {
        Queue<Demand> queue = new PriorityQueue<>(order);
        queue.addAll(demands);
        return queue;
    }
}
