package dev.soc2.evidence.internal.merkle;

import java.util.ArrayList;
import java.util.List;

/** Roots over ranges of leaves, put together from complete nodes. */
final class Ranges {

    private Ranges() {}

    /** The complete subtrees of a tree, the largest first. */
    static void peaks(long size, NodeSource nodes, List<Hash> into) {
        peaks(0, size, nodes, into);
    }

    /**
     * The root over leaves {@code from} to {@code to}; {@code from} is a multiple of a power of two that is no less than
     * the length of the range, as everywhere in a tree of RFC 6962.
     */
    static Hash root(long from, long to, NodeSource nodes, TreeHasher hasher) {
        List<Hash> peaks = new ArrayList<>();
        peaks(from, to, nodes, peaks);
        return fold(peaks, hasher);
    }

    /** From the right, since the smaller subtree hangs deeper. */
    static Hash fold(List<Hash> peaks, TreeHasher hasher) {
        if (peaks.isEmpty()) {
            return TreeHasher.EMPTY_ROOT;
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hasher.node(peaks.get(i), root);
        }
        return root;
    }

    /** The largest power of two below the size, where a tree of that size is split; the size is at least 2. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }

    private static void peaks(long from, long to, NodeSource nodes, List<Hash> into) {
        long at = from;
        while (at < to) {
            int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - at);
            into.add(nodes.hash(level, at >>> level));
            at += 1L << level;
        }
    }
}
