package dev.soc2.evidence.internal.merkle;

/** Takes each node of a growing tree once, when it is complete and will never change again. */
@FunctionalInterface
public interface NodeSink {

    /** For whoever wants the root only. */
    NodeSink NONE = (level, index, hash) -> {};

    /** Leaves are of level 0; a node comes after both of its children. */
    void take(int level, long index, Hash hash);
}
