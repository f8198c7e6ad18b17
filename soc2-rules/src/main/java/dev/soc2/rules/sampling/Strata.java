package dev.soc2.rules.sampling;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Shares a sample out among strata. */
public final class Strata {

    private Strata() {}

    /**
     * Allocates a sample in proportion to the sizes of strata, by largest remainder, ties by name. No stratum gets more
     * items than it has.
     *
     * @param sizes size of each stratum
     * @param n size of the sample
     * @param atLeast least items of each stratum, or all of one that has fewer
     * @return items of each stratum; they add up to {@code n}
     */
    public static Map<String, Integer> allocate(Map<String, Integer> sizes, int n, int atLeast) {
        long total = sizes.values().stream().mapToLong(Integer::longValue).sum();
        long least =
                sizes.values().stream().mapToLong(s -> Math.min(s, atLeast)).sum();
        if (n < 0 || n > total) {
            throw new IllegalArgumentException(n + " of " + total + " items");
        }
        if (least > n) {
            throw new IllegalArgumentException(
                    n + " items do not suffice for at least " + atLeast + " of each stratum, which makes " + least);
        }
        TreeMap<String, Integer> shares = new TreeMap<>(Digest.BY_BYTES);
        sizes.forEach((name, size) ->
                shares.put(name, (int) Math.max(Math.min(size, atLeast), total == 0 ? 0 : (long) size * n / total)));
        // How far a stratum is below its exact share, times the total.
        Comparator<String> byRemainder = Comparator.comparing(name -> BigInteger.valueOf(sizes.getOrDefault(name, 0))
                .multiply(BigInteger.valueOf(n))
                .subtract(BigInteger.valueOf(shares.getOrDefault(name, 0)).multiply(BigInteger.valueOf(total))));
        long given = shares.values().stream().mapToLong(Integer::longValue).sum();
        while (given < n) {
            shares.merge(
                    first(
                            shares.keySet(),
                            byRemainder.reversed(),
                            s -> shares.getOrDefault(s, 0) < sizes.getOrDefault(s, 0)),
                    1,
                    Integer::sum);
            given++;
        }
        while (given > n) {
            shares.merge(
                    first(
                            shares.keySet(),
                            byRemainder,
                            s -> shares.getOrDefault(s, 0) > Math.min(sizes.getOrDefault(s, 0), atLeast)),
                    -1,
                    Integer::sum);
            given--;
        }
        return Collections.unmodifiableMap(shares);
    }

    private static String first(Collection<String> names, Comparator<String> order, Predicate<String> may) {
        Optional<String> first = names.stream().filter(may).min(order.thenComparing(Digest.BY_BYTES));
        return first.orElseThrow(() -> new IllegalStateException("no stratum is left to share with"));
    }
}
