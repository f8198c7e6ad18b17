package dev.soc2.evidence.internal.findings;

import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import java.util.List;
import java.util.Optional;

/** Lists whose members are found by their number. */
public final class Nodes {

    private Nodes() {}

    /** The members of a list, each at its index; one that is no object is empty. */
    public static List<Optional<JsonObject>> members(JsonObject object, String path) {
        return object.at(path)
                .filter(ListNode.class::isInstance)
                .map(list -> ((ListNode) list)
                        .items().stream()
                                .map(item -> item instanceof MapNode map
                                        ? Optional.of(JsonObject.of(map))
                                        : Optional.<JsonObject>empty())
                                .toList())
                .orElse(List.of());
    }

    /** The member of a list at an index. */
    public static Optional<JsonObject> member(JsonObject object, String path, int index) {
        List<Optional<JsonObject>> members = members(object, path);
        return index >= 0 && index < members.size() ? members.get(index) : Optional.empty();
    }
}
