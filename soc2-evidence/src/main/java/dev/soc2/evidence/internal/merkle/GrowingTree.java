package dev.soc2.evidence.internal.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows leaf by leaf and remembers no more than its complete subtrees: one hash for each bit of its size.
 * Not for more than one thread.
 */
public final class GrowingTree {

    private final TreeHasher hasher = new TreeHasher();

    /** Roots of the complete subtrees, the largest and leftmost first. */
    private final List<Hash> peaks = new ArrayList<>(Long.SIZE);

    private long size;

    /** A tree without leaves. */
    public GrowingTree() {}

    /** A tree that goes on from nodes which were taken before. */
    public static GrowingTree resume(long size, NodeSource nodes) {
        GrowingTree tree = new GrowingTree();
        Ranges.peaks(size, nodes, tree.peaks);
        tree.size = size;
        return tree;
    }

    /** Adds a leaf by its hash, and hands on the nodes that it completes, the leaf itself first. */
    public void append(Hash leaf, NodeSink sink) {
        sink.take(0, size, leaf);
        Hash node = leaf;
        long index = size;
        int level = 0;
        while ((index & 1) == 1) {
            node = hasher.node(peaks.remove(peaks.size() - 1), node);
            index >>>= 1;
            level++;
            sink.take(level, index, node);
        }
        peaks.add(node);
        size++;
    }

    /** Adds the leaf that the bytes are, and gives its hash. */
    public Hash append(byte[] leaf, NodeSink sink) {
        Hash hash = hasher.leaf(leaf);
        append(hash, sink);
        return hash;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return Ranges.fold(peaks, hasher);
    }
}
