package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Location;

/** A field or an item that is there and holds nothing: {@code null}, {@code ~} or nothing at all. */
public final class NullNode implements Node {

    private final Place place;
    private final int length;

    NullNode(Place place, int length) {
        this.place = place;
        this.length = length;
    }

    @Override
    public Location location() {
        return place.location();
    }

    @Override
    public Excerpt excerpt() {
        return place.excerpt(length);
    }

    @Override
    public String kind() {
        return "nothing";
    }

    @Override
    public String toString() {
        return "null";
    }
}
