package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Location;
import org.jspecify.annotations.Nullable;

/** Where a value stands: an offset in the text, and the way to it through the lists and maps around it. */
final class Place {

    private final Source source;
    private final int offset;
    private final @Nullable Place parent;
    private final @Nullable String name;
    private final int index;

    private Place(Source source, int offset, @Nullable Place parent, @Nullable String name, int index) {
        this.source = source;
        this.offset = offset;
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The root has no parent, a field has a name, and an item of a list has only an index. */
    static Place of(Source source, @Nullable Place parent, @Nullable String name, int index, int offset) {
        return new Place(source, offset, parent, name, index);
    }

    Place field(String fieldName, int at) {
        return new Place(source, at, this, fieldName, 0);
    }

    Source source() {
        return source;
    }

    int offset() {
        return offset;
    }

    Location location() {
        return source.location(offset, path());
    }

    Location location(int at) {
        return source.location(at, path());
    }

    Excerpt excerpt(int length) {
        return source.excerpt(offset, length);
    }

    /** Built only when somebody asks, since most values are never at fault. */
    String path() {
        StringBuilder path = new StringBuilder();
        append(path);
        return path.toString();
    }

    private void append(StringBuilder path) {
        if (parent == null) {
            return;
        }
        parent.append(path);
        if (name == null) {
            path.append('[').append(index).append(']');
        } else if (isSimple(name)) {
            path.append(path.length() == 0 ? "" : ".").append(name);
        } else {
            path.append("[\"").append(Shown.of(name)).append("\"]");
        }
    }

    private static boolean isSimple(String name) {
        return !name.isEmpty()
                && name.length() <= 60
                && name.chars().allMatch(c -> c == '_' || c == '-' || c < 128 && Character.isLetterOrDigit(c));
    }
}
