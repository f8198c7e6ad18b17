package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Location;
import java.util.List;

/** Values in their order. */
public final class ListNode implements Node {

    private final Place place;
    private final List<Node> items;

    ListNode(Place place, List<Node> items) {
        this.place = place;
        this.items = List.copyOf(items);
    }

    /**
     * The values in the order of the document.
     *
     * @return an unmodifiable list
     */
    public List<Node> items() {
        return items;
    }

    @Override
    public Location location() {
        return place.location();
    }

    @Override
    public Excerpt excerpt() {
        return MapNode.excerpt(place);
    }

    @Override
    public String kind() {
        return "a list";
    }

    @Override
    public String toString() {
        return "a list of " + items.size();
    }
}
