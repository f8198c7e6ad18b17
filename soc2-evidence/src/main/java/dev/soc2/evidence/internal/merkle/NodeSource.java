package dev.soc2.evidence.internal.merkle;

/** Looks up the complete nodes of a tree. */
@FunctionalInterface
public interface NodeSource {

    /**
     * The hash over the leaves {@code index << level} to {@code (index + 1) << level}; at level 0 the hash of one leaf.
     * Asked only for nodes whose leaves all stand in the tree; throws when it does not have one of those.
     */
    Hash hash(int level, long index);
}
