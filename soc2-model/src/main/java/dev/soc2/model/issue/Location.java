package dev.soc2.model.issue;

import java.util.Comparator;
import java.util.Objects;

/**
 * A place in a document: its name, a line, a column and the path of the value that stands there.
 *
 * <p>Lines and columns count from 1; 0 means that the place is the document as a whole. Columns count characters
 * (Unicode code points), as editors do.
 *
 * @param document name of the document as its reader knows it, such as a path relative to the engagement folder
 * @param line line, from 1; 0 when unknown
 * @param column column, from 1; 0 when unknown
 * @param path path of the value inside the document, such as {@code controls[0].tests[1].rule.limit}; may be empty
 */
public record Location(String document, int line, int column, String path) implements Comparable<Location> {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::document)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column)
            .thenComparing(Location::path);

    /** Checks the invariants. */
    public Location {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(path, "path");
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line and column count from 1 (0: unknown), got " + line + ":" + column);
        }
    }

    /**
     * A place by line and column.
     *
     * @param document name of the document
     * @param line line, from 1
     * @param column column, from 1
     * @return the place
     */
    public static Location of(String document, int line, int column) {
        return new Location(document, line, column, "");
    }

    /**
     * The document as a whole.
     *
     * @param document name of the document
     * @return a place without line and column
     */
    public static Location of(String document) {
        return new Location(document, 0, 0, "");
    }

    /**
     * The same place with a path.
     *
     * @param newPath path of the value inside the document
     * @return a copy
     */
    public Location withPath(String newPath) {
        return new Location(document, line, column, newPath);
    }

    /** Orders by document, then line, then column. */
    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /**
     * The usual written form, {@code document:line:column}.
     *
     * @return the place as text, without parts that are unknown
     */
    @Override
    public String toString() {
        String shown = plain(document);
        if (line == 0) {
            return shown;
        }
        return column == 0 ? shown + ":" + line : shown + ":" + line + ":" + column;
    }

    /** A file may have a name that ends lines, turns the direction of writing, or speaks to a terminal. */
    private static String plain(String name) {
        if (name.codePoints().allMatch(c -> c > ' ' && c < 0x7F)) {
            return name;
        }
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.appendCodePoint(isPlain(c) ? c : '?'));
        return plain.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
