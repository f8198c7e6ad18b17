package dev.soc2.model.document.tree;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A map as a binder reads it: field by field, each fault told and gone on from, and at the end every field that nobody
 * asked for.
 *
 * <p>Obtained from {@link Value#map}, which ends the reading by itself, or {@link #of}, after which the binder calls
 * {@link #finish}. Not for more than one thread.
 */
public final class Fields {

    private final Optional<MapNode> node;
    private final Faults faults;
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Optional<MapNode> node, Faults faults) {
        this.node = node;
        this.faults = faults;
    }

    /**
     * Begins to read a map. Any other node is a fault, and then a map of which nothing is known: no field is there, and
     * none is missing.
     *
     * @param node the map
     * @param faults where faults go
     * @return its fields
     */
    public static Fields of(Node node, Faults faults) {
        return new Fields(Value.of(node, faults).mapNode(), faults);
    }

    static Fields of(MapNode node, Faults faults) {
        return new Fields(Optional.of(node), faults);
    }

    /**
     * A field that must be there; if it is not, that is a fault of the map.
     *
     * @param name name of the field
     * @return its value, or an empty one
     */
    public Value required(String name) {
        Value value = optional(name);
        if (node.isPresent() && value.node().isEmpty()) {
            faults.add(
                    DocumentCode.MISSING_FIELD,
                    node.orElseThrow(),
                    "the field '" + name + "' is missing",
                    "add '" + name + "'");
        }
        return value;
    }

    /**
     * A field that may be left out.
     *
     * @param name name of the field
     * @return its value, or an empty one
     */
    public Value optional(String name) {
        asked.add(name);
        return new Value(name, node.flatMap(map -> map.get(name)), faults);
    }

    /**
     * Whether a field is there, whatever it holds. This does not count as asking for it.
     *
     * @param name name of the field
     * @return true when the map has it
     */
    public boolean has(String name) {
        return node.flatMap(map -> map.get(name)).isPresent();
    }

    /**
     * Names that are known here although nobody asked for them, such as those of another variant of the same map.
     *
     * @param names names of fields
     */
    public void know(Collection<String> names) {
        asked.addAll(names);
    }

    /**
     * The map that is read.
     *
     * @return the map, or nothing when it is none
     */
    public Optional<MapNode> node() {
        return node;
    }

    /**
     * The values of all fields of the map by name, as {@link Checked#construct} wants them for a record whose components
     * are named as the fields are.
     *
     * @return name to value, in the order of the document
     */
    public Map<String, Node> places() {
        Map<String, Node> places = new LinkedHashMap<>();
        node.ifPresent(map -> map.entries().forEach((name, entry) -> places.put(name, entry.value())));
        return places;
    }

    /**
     * Where the faults go.
     *
     * @return the collector
     */
    public Faults faults() {
        return faults;
    }

    /** Ends the reading: every field that was never asked for is a fault. */
    public void finish() {
        node.ifPresent(map -> map.entries().forEach((name, entry) -> {
            if (!asked.contains(name)) {
                refuse(entry.key());
            }
        }));
    }

    private void refuse(TextNode key) {
        String quoted = "'" + key + "'";
        String fix = Nearest.to(key.value(), asked)
                .map(name -> "use '" + name + "'")
                .orElse(
                        asked.isEmpty()
                                ? "leave it out; no field is known here"
                                : "leave it out; known here are " + String.join(", ", asked));
        faults.add(DocumentCode.UNKNOWN_FIELD, key, "unknown field " + quoted, fix);
    }
}
