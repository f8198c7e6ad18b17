package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.Change;
import dev.soc2.model.result.Flip;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The smallest changes that would change the conclusion of one rule. Each is found by asking the question again with
 * changed facts, so that it is right whatever the policy; the more of a change there is, the further it leads, so that
 * halving finds the least. Where no change by itself leads to a good conclusion, several are taken together.
 */
final class Flips<C extends Enum<C>> {

    private final Situation now;
    private final Function<Situation, C> conclude;
    private final Scale<C> scale;
    private final BiFunction<Lever, Long, Change> words;
    private final List<Lever> levers;

    private Flips(
            Situation now,
            List<Lever> levers,
            Function<Situation, C> conclude,
            Scale<C> scale,
            BiFunction<Lever, Long, Change> words) {
        this.now = now;
        this.levers = levers.stream().filter(lever -> lever.most(now) > 0).toList();
        this.conclude = conclude;
        this.scale = scale;
        this.words = words;
    }

    /**
     * The flips of a situation, the better conclusions first.
     *
     * @param levers what may be changed
     * @param conclude what is concluded from a situation
     * @param scale what is better
     * @param words names a change that was made so many times
     */
    static <C extends Enum<C>> List<Flip<C>> of(
            Situation now,
            List<Lever> levers,
            Function<Situation, C> conclude,
            Scale<C> scale,
            BiFunction<Lever, Long, Change> words) {
        return new Flips<>(now, levers, conclude, scale, words).all();
    }

    private List<Flip<C>> all() {
        List<Flip<C>> flips = new ArrayList<>();
        levers.stream().filter(lever -> lever.better).forEach(lever -> along(lever, flips));
        boolean reached = scale.isGood(conclude.apply(now)) || flips.stream().anyMatch(f -> scale.isGood(f.towards()));
        if (!reached) {
            together(flips);
        }
        levers.stream().filter(lever -> !lever.better).forEach(lever -> along(lever, flips));
        return flips;
    }

    /** One flip for each conclusion that a lever leads to, the nearest first. */
    private void along(Lever lever, List<Flip<C>> flips) {
        long most = lever.most(now);
        C last = conclude.apply(now);
        C furthest = conclude.apply(lever.apply(now, most));
        long done = 0;
        while (moves(lever, furthest, last)) {
            C from = last;
            done = least(done + 1, most, n -> moves(lever, conclude.apply(lever.apply(now, n)), from));
            last = conclude.apply(lever.apply(now, done));
            flips.add(new Flip<>(last, lever.better, List.of(words.apply(lever, done))));
        }
    }

    private boolean moves(Lever lever, C conclusion, C from) {
        return lever.better ? scale.isBetter(conclusion, from) : scale.isBetter(from, conclusion);
    }

    /** The smallest set of levers that leads to a good conclusion, each used as little as the others allow. */
    private void together(List<Flip<C>> flips) {
        List<Lever> useful = levers.stream().filter(lever -> lever.better).toList();
        for (int size = 2; size <= useful.size(); size++) {
            for (int mask = 1; mask < 1 << useful.size(); mask++) {
                if (Integer.bitCount(mask) == size) {
                    EnumMap<Lever, Long> most = new EnumMap<>(Lever.class);
                    for (int i = 0; i < useful.size(); i++) {
                        if ((mask >> i & 1) == 1) {
                            most.put(useful.get(i), useful.get(i).most(now));
                        }
                    }
                    if (isGood(most)) {
                        flips.add(shrunk(most));
                        return;
                    }
                }
            }
        }
    }

    private Flip<C> shrunk(EnumMap<Lever, Long> amounts) {
        for (Map.Entry<Lever, Long> most : List.copyOf(amounts.entrySet())) {
            Lever lever = most.getKey();
            amounts.put(lever, least(1, most.getValue(), n -> {
                EnumMap<Lever, Long> tried = new EnumMap<>(amounts);
                tried.put(lever, n);
                return isGood(tried);
            }));
        }
        return new Flip<>(
                conclude.apply(applied(amounts)),
                true,
                amounts.entrySet().stream()
                        .map(e -> words.apply(e.getKey(), e.getValue()))
                        .toList());
    }

    private boolean isGood(Map<Lever, Long> amounts) {
        return scale.isGood(conclude.apply(applied(amounts)));
    }

    private Situation applied(Map<Lever, Long> amounts) {
        Situation changed = now;
        for (Map.Entry<Lever, Long> amount : amounts.entrySet()) {
            changed = amount.getKey().apply(changed, amount.getValue());
        }
        return changed;
    }

    private interface Reached {
        boolean by(long n);
    }

    /** The least number between two ends that reaches; the greater one does. */
    private static long least(long from, long to, Reached reached) {
        long low = from;
        long high = to;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (reached.by(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
