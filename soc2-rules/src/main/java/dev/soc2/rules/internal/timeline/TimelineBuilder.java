package dev.soc2.rules.internal.timeline;

import dev.soc2.model.document.EvidenceLines;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.SourceCheckpoint;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns collected columns into a timeline: duplicates settled, replaced records gone, every type ordered by time. */
final class TimelineBuilder {

    private TimelineBuilder() {}

    static Timeline build(
            Dictionary dictionary,
            Map<String, TypeColumns> collected,
            List<Evidence> reserved,
            Replacements superseded,
            Needs needs,
            Optional<SourceCheckpoint> checkpoint) {
        Settled settled = new Settled(reserved.size()
                + collected.values().stream().mapToInt(TypeColumns::size).sum());
        Set<String> replaced = superseded.replaced();
        Map<String, TypeColumns> ordered = new TreeMap<>();
        collected.forEach((type, columns) -> {
            int[] distinct = new int[columns.size()];
            int count = 0;
            for (int row = 0; row < columns.size(); row++) {
                if (settled.add(columns.id(row), columns.digests(), row) && !replaced.contains(columns.id(row))) {
                    distinct[count++] = row;
                }
            }
            ordered.put(type, ordered(columns, Arrays.copyOf(distinct, count)));
        });
        Map<String, Evidence> settledReserved = settleReserved(reserved, settled, replaced);
        if (!settled.conflicts().isEmpty()) {
            throw new Soc2Exception(settled.conflicts().stream()
                    .limit(1_000)
                    .map(id -> Issue.error(
                            "SOC2-A001",
                            Location.of("evidence"),
                            "two records of different content share the id '" + shorten(id) + "'",
                            "give the later one an id of its own, with `supersedes` when it replaces the other"))
                    .toList());
        }
        return new Timeline(dictionary, ordered, List.copyOf(settledReserved.values()), settled, needs, checkpoint);
    }

    /** Logs mostly come in order of time and without repetition, and are then taken as they are. */
    private static TypeColumns ordered(TypeColumns columns, int[] rows) {
        boolean inOrder = true;
        for (int i = 1; i < rows.length && inOrder; i++) {
            inOrder = columns.compare(rows[i - 1], rows[i]) <= 0;
        }
        if (inOrder) {
            return rows.length == columns.size() ? columns : columns.picked(rows);
        }
        return columns.picked(sorted(columns, rows));
    }

    /** By time, and those of one time by id. */
    private static int[] sorted(TypeColumns columns, int[] rows) {
        // Time comes first in the order, so rows are put where their times stand in order, and only ties are compared.
        long[] times = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            times[i] = columns.occurred(rows[i]);
        }
        Arrays.sort(times);
        int[] sorted = new int[rows.length];
        int[] taken = new int[rows.length];
        for (int row : rows) {
            int first = first(times, columns.occurred(row));
            sorted[first + taken[first]++] = row;
        }
        for (int from = 0; from < rows.length; from += taken[from]) {
            if (taken[from] > 1) {
                sortTies(columns, sorted, from, from + taken[from]);
            }
        }
        return sorted;
    }

    private static void sortTies(TypeColumns columns, int[] rows, int from, int to) {
        int[] ties = Arrays.stream(rows, from, to)
                .boxed()
                .sorted(columns::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(ties, 0, rows, from, ties.length);
    }

    /** Place of the first of some times in order that equals one of them. */
    private static int first(long[] times, long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Map<String, Evidence> settleReserved(
            List<Evidence> reserved, Settled settled, Set<String> replaced) {
        Map<String, Evidence> kept = new TreeMap<>(TextOrder.UTF8);
        for (Evidence evidence : reserved) {
            DigestColumn digest = new DigestColumn();
            digest.add(Sha256.digest(EvidenceLines.write(evidence)));
            settled.add(evidence.id(), digest, 0);
            if (!replaced.contains(evidence.id())) {
                kept.putIfAbsent(evidence.id(), evidence);
            }
        }
        return kept;
    }

    private static String shorten(String id) {
        return id.length() <= 60 ? id : id.substring(0, 60) + "...";
    }
}
