package dev.soc2.rules.internal.timeline;

import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns collected columns into a timeline: duplicates settled, replaced records gone, every type ordered by time. */
final class TimelineBuilder {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private TimelineBuilder() {}

    static Timeline build(
            Dictionary dictionary,
            Map<String, TypeColumns> collected,
            List<Evidence> reserved,
            Replacements superseded) {
        Map<String, String> digestById = new HashMap<>();
        Set<String> conflicts = new TreeSet<>();
        Set<String> replaced = superseded.replaced();
        Map<String, TypeColumns> ordered = new TreeMap<>();
        collected.forEach((type, columns) -> {
            List<Integer> distinct = new ArrayList<>(columns.size());
            for (int row = 0; row < columns.size(); row++) {
                if (settle(columns.id(row), columns.digest(row), digestById, conflicts)
                        && !replaced.contains(columns.id(row))) {
                    distinct.add(row);
                }
            }
            distinct.sort(
                    Comparator.<Integer>comparingLong(columns::occurred).thenComparing(columns::id, TextOrder.UTF8));
            TypeColumns copy = new TypeColumns(type, dictionary, columns.attributes.keySet());
            distinct.forEach(row -> copy.add(columns, row));
            ordered.put(type, copy);
        });
        Map<String, Evidence> settledReserved = settleReserved(reserved, digestById, conflicts, replaced);
        if (!conflicts.isEmpty()) {
            throw new Soc2Exception(conflicts.stream()
                    .limit(1_000)
                    .map(id -> Issue.error(
                            "SOC2-A001",
                            Location.of("evidence"),
                            "two records of different content share the id '" + shorten(id) + "'",
                            "give the later one an id of its own, with `supersedes` when it replaces the other"))
                    .toList());
        }
        BigInteger sum = digestById.values().stream()
                .map(digest -> new BigInteger(digest, 16))
                .reduce(BigInteger.ZERO, (a, b) -> a.add(b).mod(MODULUS));
        return new Timeline(
                dictionary,
                ordered,
                List.copyOf(settledReserved.values()),
                digestById,
                String.format(Locale.ROOT, "%064x", sum));
    }

    private static Map<String, Evidence> settleReserved(
            List<Evidence> reserved, Map<String, String> digestById, Set<String> conflicts, Set<String> replaced) {
        Map<String, Evidence> settled = new TreeMap<>(TextOrder.UTF8);
        for (Evidence evidence : reserved) {
            String digest = EvidenceLines.sha256(evidence);
            settle(evidence.id(), digest, digestById, conflicts);
            if (!replaced.contains(evidence.id())) {
                settled.putIfAbsent(evidence.id(), evidence);
            }
        }
        return settled;
    }

    /** True for the first record of an id; a second one of other content is a conflict. */
    private static boolean settle(
            String id, String digest, Map<String, String> digestById, Collection<String> conflicts) {
        String known = digestById.putIfAbsent(id, digest);
        if (known != null && !known.equals(digest)) {
            conflicts.add(id);
        }
        return known == null;
    }

    private static String shorten(String id) {
        return id.length() <= 60 ? id : id.substring(0, 60) + "...";
    }
}
