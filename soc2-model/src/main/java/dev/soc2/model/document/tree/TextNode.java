package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Location;

/**
 * A text, which knows where each of its characters stands in the document.
 *
 * <p>A character of the value may stand elsewhere than its offset suggests: escapes, folded lines and the indent of a
 * block take room in the document and none in the value. {@link #locate} and {@link #excerpt(int, int)} know the way
 * for JSON texts and for plain, single-quoted, double-quoted, literal and folded YAML texts.
 */
public final class TextNode implements Node {

    private final Place place;
    private final String value;
    private final TextStyle style;

    TextNode(Place place, String value, TextStyle style) {
        this.place = place;
        this.value = value;
        this.style = style;
    }

    /**
     * The text, without quotes and with escapes resolved.
     *
     * @return the value
     */
    public String value() {
        return value;
    }

    /**
     * Where a character of the value stands in the document.
     *
     * @param offset offset in the value, in code points from 0; the length of the value means its end
     * @return line and column of that character, and the path of this text
     * @throws IndexOutOfBoundsException if the value has no such offset
     */
    public Location locate(int offset) {
        return place.location(TextTrace.of(this).at(value.offsetByCodePoints(0, offset)));
    }

    /**
     * The line in which a part of the value stands, with that part underlined.
     *
     * @param offset first character of the part, in code points from 0
     * @param length number of code points; the part may end behind the line
     * @return the line
     * @throws IndexOutOfBoundsException if the value has no such part
     */
    public Excerpt excerpt(int offset, int length) {
        int from = value.offsetByCodePoints(0, offset);
        int to = value.offsetByCodePoints(from, length);
        TextTrace trace = TextTrace.of(this);
        int start = trace.at(from);
        int end = to > from ? trace.after(to - 1) : start + 1;
        return place.source().excerpt(start, Math.max(1, end - start));
    }

    /** Where the text begins, which is its opening quote or block sign if it has one. */
    @Override
    public Location location() {
        return place.location();
    }

    @Override
    public Excerpt excerpt() {
        return place.excerpt(Math.max(1, TextTrace.of(this).end() - place.offset()));
    }

    @Override
    public String kind() {
        return "text";
    }

    /** The value as a message shows it: on one line and short. */
    @Override
    public String toString() {
        return Shown.of(value);
    }

    Place place() {
        return place;
    }

    TextStyle style() {
        return style;
    }
}
