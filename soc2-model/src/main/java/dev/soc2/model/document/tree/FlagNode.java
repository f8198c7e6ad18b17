package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Location;

/** True or false. */
public final class FlagNode implements Node {

    private final Place place;
    private final boolean value;

    FlagNode(Place place, boolean value) {
        this.place = place;
        this.value = value;
    }

    /**
     * The value.
     *
     * @return true or false
     */
    public boolean value() {
        return value;
    }

    @Override
    public Location location() {
        return place.location();
    }

    @Override
    public Excerpt excerpt() {
        return place.excerpt(value ? 4 : 5);
    }

    @Override
    public String kind() {
        return "true or false";
    }

    @Override
    public String toString() {
        return Boolean.toString(value);
    }
}
