package dev.soc2.evidence.internal.merkle;

import java.util.HashMap;
import java.util.Map;

/** Nodes in memory; refuses a node that comes twice and one that is not there. */
public final class KeptNodes implements NodeSink, NodeSource {

    private record Place(int level, long index) {}

    private final Map<Place, Hash> nodes = new HashMap<>();

    @Override
    public void take(int level, long index, Hash hash) {
        if (nodes.put(new Place(level, index), hash) != null) {
            throw new IllegalStateException("node " + level + "/" + index + " came twice");
        }
    }

    @Override
    public Hash hash(int level, long index) {
        Hash hash = nodes.get(new Place(level, index));
        if (hash == null) {
            throw new IllegalStateException("no node " + level + "/" + index);
        }
        return hash;
    }

    public int count() {
        return nodes.size();
    }
}
