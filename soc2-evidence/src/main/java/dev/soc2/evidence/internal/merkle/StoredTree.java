package dev.soc2.evidence.internal.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree whose nodes are stored: gives its root and makes its proofs, for its whole size and for every size that it had
 * before. Not for more than one thread.
 */
public final class StoredTree {

    private final NodeSource nodes;
    private final TreeHasher hasher = new TreeHasher();

    public StoredTree(NodeSource nodes) {
        this.nodes = nodes;
    }

    /** The root that the tree has, or had, with so many leaves. */
    public Hash root(long size) {
        requireSize(size);
        return Ranges.root(0, size, nodes, hasher);
    }

    /** The proof that the leaf at an index stands in the tree of a size: PATH of RFC 9162, section 2.1.3.1. */
    public List<Hash> inclusion(long index, long size) {
        requireSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        List<Hash> path = new ArrayList<>();
        path(index, 0, size, path);
        return List.copyOf(path);
    }

    /** The proof that the tree of one size grew into that of another: PROOF of RFC 9162, section 2.1.4.1. */
    public List<Hash> consistency(long from, long to) {
        requireSize(from);
        requireSize(to);
        if (from > to) {
            throw new IllegalArgumentException("a tree does not shrink from " + from + " to " + to + " leaves");
        }
        List<Hash> proof = new ArrayList<>();
        if (from > 0 && from < to) {
            grown(from, 0, to, true, proof);
        }
        return List.copyOf(proof);
    }

    private void path(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Ranges.split(to - from);
        if (index < middle) {
            path(index, from, middle, path);
            path.add(Ranges.root(middle, to, nodes, hasher));
        } else {
            path(index, middle, to, path);
            path.add(Ranges.root(from, middle, nodes, hasher));
        }
    }

    /** SUBPROOF: {@code end} is where the earlier tree ended; {@code whole} while its root is known to the verifier. */
    private void grown(long end, long from, long to, boolean whole, List<Hash> proof) {
        if (end == to) {
            if (!whole) {
                proof.add(Ranges.root(from, to, nodes, hasher));
            }
            return;
        }
        long middle = from + Ranges.split(to - from);
        if (end <= middle) {
            grown(end, from, middle, whole, proof);
            proof.add(Ranges.root(middle, to, nodes, hasher));
        } else {
            grown(end, middle, to, false, proof);
            proof.add(Ranges.root(from, middle, nodes, hasher));
        }
    }

    private static void requireSize(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no fewer than 0 leaves, got " + size);
        }
    }
}
