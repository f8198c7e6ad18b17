package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Fields with their values, in the order of the document. */
public final class MapNode implements Node {

    /**
     * A field: its name, with the place of the name, and its value.
     *
     * @param key the name
     * @param value the value
     */
    public record Entry(TextNode key, Node value) {}

    private final Place place;
    private final Map<String, Entry> entries;

    MapNode(Place place, LinkedHashMap<String, Entry> entries) {
        this.place = place;
        this.entries = Collections.unmodifiableMap(entries);
    }

    /**
     * Every field by its name, in the order of the document.
     *
     * @return an unmodifiable map
     */
    public Map<String, Entry> entries() {
        return entries;
    }

    /**
     * The value of a field.
     *
     * @param name name of the field
     * @return the value, or nothing when there is no such field
     */
    public Optional<Node> get(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::value);
    }

    @Override
    public Location location() {
        return place.location();
    }

    @Override
    public Excerpt excerpt() {
        return excerpt(place);
    }

    @Override
    public String kind() {
        return "a map";
    }

    @Override
    public String toString() {
        return "a map of " + entries.keySet();
    }

    /** A bracket stands for all that it opens; a block has none, so that its first line stands for it. */
    static Excerpt excerpt(Place place) {
        String text = place.source().text();
        int start = place.offset();
        boolean bracket = start < text.length() && "[{".indexOf(text.charAt(start)) >= 0;
        return place.excerpt(bracket ? 1 : Math.min(place.source().lineEnd(start), start + 200) - start);
    }
}
