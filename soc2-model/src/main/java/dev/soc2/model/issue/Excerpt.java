package dev.soc2.model.issue;

import java.util.Objects;

/**
 * The line of a document in which a fault stands, and the part of it to underline.
 *
 * @param text the line, without its line end; empty when there is nothing to show
 * @param start first character to underline, counted from 0 in code points
 * @param length number of characters to underline; at least 1 when the text is not empty
 */
public record Excerpt(String text, int start, int length) {

    /** Nothing to show. */
    public static final Excerpt NONE = new Excerpt("", 0, 0);

    private static final int WIDTH = 160;

    /** Checks the invariants. */
    public Excerpt {
        Objects.requireNonNull(text, "text");
        if (start < 0 || length < 0) {
            throw new IllegalArgumentException("start and length are not negative, got " + start + ", " + length);
        }
    }

    /**
     * Whether there is nothing to show.
     *
     * @return true when the text is empty
     */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /**
     * Two lines: the text and, below it, carets under the fault. Control characters are shown as {@code ?}, and long
     * lines are cut around the fault.
     *
     * @return the two lines joined by a line feed, each led by {@code "  | "}
     */
    public String render() {
        int[] points =
                text.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).toArray();
        int from = start > WIDTH - 40 ? start - 40 : 0;
        int to = Math.min(points.length, from + WIDTH);
        String shown = from >= to ? "" : new String(points, from, to - from);
        int indent = Math.max(0, Math.min(start, points.length) - from);
        int carets = Math.max(1, Math.min(length, Math.max(1, to - from - indent)));
        return "  | " + shown + "\n  | " + " ".repeat(indent) + "^".repeat(carets);
    }
}
