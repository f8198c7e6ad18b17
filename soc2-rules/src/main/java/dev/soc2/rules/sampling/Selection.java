package dev.soc2.rules.sampling;

import dev.soc2.model.result.SelectionMethod;
import dev.soc2.rules.sampling.Frame.Member;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws items from a population. A draw follows from the ids, the times and the seed alone; anybody can repeat it with
 * SHA-256 and whole numbers.
 *
 * <p>A sample is extended by drawing the further items in the same way from those that were not drawn yet, so that what
 * was drawn stays drawn.
 */
public final class Selection {

    private static final int START_BITS = 52;

    private Selection() {}

    /**
     * Draws a sample.
     *
     * @param frame the population
     * @param method how; a judgemental sample is listed, not drawn
     * @param seed the seed, as a report prints it
     * @param n how many, at most the population
     * @param atLeast with {@code STRATIFIED}: least items of each stratum that has any
     * @return ids in the order in which they were drawn
     */
    public static List<String> draw(Frame frame, SelectionMethod method, String seed, int n, int atLeast) {
        return extend(frame, method, seed, List.of(), n, atLeast);
    }

    /**
     * Extends a sample.
     *
     * @param frame the population
     * @param method how the sample was drawn
     * @param seed its seed
     * @param drawn what was drawn so far, in order
     * @param n size of the extended sample, at most the population
     * @param atLeast with {@code STRATIFIED}, and while nothing is drawn: least items of each stratum that has any
     * @return what was drawn so far and, after it, what was drawn now
     */
    public static List<String> extend(
            Frame frame, SelectionMethod method, String seed, List<String> drawn, int n, int atLeast) {
        if (n < drawn.size() || n > frame.size()) {
            throw new IllegalArgumentException(
                    "from " + drawn.size() + " to " + n + " of " + frame.size() + " items is no extension");
        }
        Set<String> taken = new HashSet<>(drawn);
        List<Member> rest =
                frame.members().stream().filter(m -> !taken.contains(m.id())).toList();
        int more = n - drawn.size();
        List<String> all = new ArrayList<>(drawn);
        all.addAll(
                switch (method) {
                    case PERIOD_STRATIFIED -> fromRuns(rest, seed, drawn.size(), more);
                    case HASH_RANK -> hashRank(ids(rest), seed, more);
                    case SYSTEMATIC -> everySoMany(rest, drawn.isEmpty() ? seed : seed + "/" + drawn.size(), more);
                    case STRATIFIED -> fromStrata(rest, seed, more, drawn.isEmpty() ? atLeast : 0);
                    case JUDGEMENTAL -> throw new IllegalArgumentException("a judgemental sample is listed, not drawn");
                });
        return List.copyOf(all);
    }

    /**
     * The first ids by rank, the rank being SHA-256 over seed, a byte 0x1F and id, as hexadecimal digits.
     *
     * @param ids the population
     * @param seed the seed
     * @param n how many
     * @return ids in the order of their rank
     */
    public static List<String> hashRank(Collection<String> ids, String seed, int n) {
        Map<String, String> ranks = new TreeMap<>(Digest.BY_BYTES);
        ids.forEach(id -> ranks.put(id, Digest.hex(Digest.joined(seed, id))));
        return ranks.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(n)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The places of a systematic sample: {@code floor((u + j) * N / n)} for each j below n, where u is the first 52 bits
     * of SHA-256 over seed, a byte 0x1F and {@code START}, over 2^52.
     *
     * @param population size of the population
     * @param n how many
     * @param seed the seed
     * @return places counted from 0, ascending
     */
    public static List<Integer> systematic(int population, int n, String seed) {
        if (n < 0 || n > population) {
            throw new IllegalArgumentException(n + " of " + population + " items");
        }
        BigInteger u = Digest.number(Digest.joined(seed, "START")).shiftRight(256 - START_BITS);
        List<Integer> places = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            BigInteger over =
                    u.add(BigInteger.valueOf(j).shiftLeft(START_BITS)).multiply(BigInteger.valueOf(population));
            places.add(over.divide(BigInteger.valueOf(n).shiftLeft(START_BITS)).intValueExact());
        }
        return List.copyOf(places);
    }

    private static List<String> ids(List<Member> members) {
        return members.stream().map(Member::id).toList();
    }

    private static List<String> everySoMany(List<Member> rest, String seed, int n) {
        List<String> sorted = ids(rest).stream().sorted(Digest.BY_BYTES).toList();
        return systematic(sorted.size(), n, seed).stream().map(sorted::get).toList();
    }

    /** One item from each of n runs in the order of time, the longer runs first; draws are numbered on. */
    private static List<String> fromRuns(List<Member> rest, String seed, int number, int n) {
        List<String> drawn = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < n; i++) {
            int length = rest.size() / n + (i < rest.size() % n ? 1 : 0);
            int place = Digest.number(seed + "|" + (number + i))
                    .mod(BigInteger.valueOf(length))
                    .intValueExact();
            drawn.add(rest.get(start + place).id());
            start += length;
        }
        return drawn;
    }

    private static List<String> fromStrata(List<Member> rest, String seed, int n, int atLeast) {
        Map<String, List<String>> strata = new TreeMap<>(Digest.BY_BYTES);
        rest.forEach(
                m -> strata.computeIfAbsent(m.stratum(), s -> new ArrayList<>()).add(m.id()));
        Map<String, Integer> sizes = new TreeMap<>(Comparator.naturalOrder());
        strata.forEach((stratum, ids) -> sizes.put(stratum, ids.size()));
        Map<String, Integer> shares = Strata.allocate(sizes, n, atLeast);
        List<String> drawn = new ArrayList<>();
        strata.forEach(
                (stratum, ids) -> drawn.addAll(hashRank(ids, seed + "/" + stratum, shares.getOrDefault(stratum, 0))));
        return drawn;
    }
}
