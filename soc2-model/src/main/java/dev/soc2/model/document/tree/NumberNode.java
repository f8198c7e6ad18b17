package dev.soc2.model.document.tree;

import dev.soc2.model.issue.Excerpt;
import dev.soc2.model.issue.Location;
import java.math.BigDecimal;

/** A number, exact. */
public final class NumberNode implements Node {

    private final Place place;
    private final BigDecimal value;
    private final String written;

    NumberNode(Place place, BigDecimal value, String written) {
        this.place = place;
        this.value = value;
        this.written = written;
    }

    /**
     * The value, with the digits that were written: {@code 1.50} keeps its two decimals.
     *
     * @return the exact number
     */
    public BigDecimal value() {
        return value;
    }

    /**
     * The number as it stands in the document, such as {@code 1.50} or {@code 0x1F}.
     *
     * @return the text as written
     */
    public String written() {
        return written;
    }

    @Override
    public Location location() {
        return place.location();
    }

    @Override
    public Excerpt excerpt() {
        return place.excerpt(written.length());
    }

    @Override
    public String kind() {
        return "a number";
    }

    @Override
    public String toString() {
        return written;
    }
}
