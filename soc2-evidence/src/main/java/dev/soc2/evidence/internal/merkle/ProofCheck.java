package dev.soc2.evidence.internal.merkle;

import java.util.List;
import java.util.Optional;

/** Checks proofs by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. Needs no tree. */
public final class ProofCheck {

    private ProofCheck() {}

    /** Whether a leaf stands at an index of the tree with a size and a root. */
    public static boolean includes(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        return rootFrom(index, size, leaf, proof).filter(root::equals).isPresent();
    }

    /** The root that a proof leads to; nothing when it is too long or too short for its index and size. */
    public static Optional<Hash> rootFrom(long index, long size, Hash leaf, List<Hash> proof) {
        if (index < 0 || index >= size) {
            return Optional.empty();
        }
        TreeHasher hasher = new TreeHasher();
        long position = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return Optional.empty();
            }
            if (isRight(position) || position == last) {
                root = hasher.node(sibling, root);
                int levels = levelsWithoutSibling(position);
                position >>>= levels;
                last >>>= levels;
            } else {
                root = hasher.node(root, sibling);
            }
            position >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(root) : Optional.empty();
    }

    /** Whether the tree of one size and root grew into that of another by adding leaves only. */
    public static boolean grows(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> proof) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && fromRoot.equals(toRoot);
        }
        if (from == 0) {
            return proof.isEmpty() && fromRoot.equals(TreeHasher.EMPTY_ROOT);
        }
        return !proof.isEmpty() && followsBoth(from, fromRoot, to, toRoot, proof);
    }

    private static boolean followsBoth(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> proof) {
        TreeHasher hasher = new TreeHasher();
        int complete = Long.numberOfTrailingZeros(from);
        long position = (from - 1) >>> complete;
        long last = (to - 1) >>> complete;
        // An earlier tree that is one complete subtree is where the proof starts; the verifier has its root.
        boolean known = Long.bitCount(from) == 1;
        Hash before = known ? fromRoot : proof.get(0);
        Hash after = before;
        for (Hash sibling : known ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if (isRight(position) || position == last) {
                before = hasher.node(sibling, before);
                after = hasher.node(sibling, after);
                int levels = levelsWithoutSibling(position);
                position >>>= levels;
                last >>>= levels;
            } else {
                after = hasher.node(after, sibling);
            }
            position >>>= 1;
            last >>>= 1;
        }
        return last == 0 && before.equals(fromRoot) && after.equals(toRoot);
    }

    private static boolean isRight(long position) {
        return (position & 1) == 1;
    }

    /** On the right edge of a tree a node may stand alone for some levels, and goes up as it is. */
    private static int levelsWithoutSibling(long position) {
        return position == 0 ? 0 : Long.numberOfTrailingZeros(position);
    }
}
