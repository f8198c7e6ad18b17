package dev.soc2.rules.internal.expr;

import java.util.Comparator;

/**
 * What an expression reads: a field of a struct variable, or with an empty root a variable that is no struct.
 *
 * @param root path of the struct, such as {@code attributes} or {@code trigger.attributes}; empty for a variable
 * @param field the field's name
 */
public record FieldPath(String root, String field) implements Comparable<FieldPath> {

    private static final Comparator<FieldPath> ORDER = Comparator.comparing(FieldPath::root, CodePointOrder::compare)
            .thenComparing(FieldPath::field, CodePointOrder::compare);

    @Override
    public int compareTo(FieldPath other) {
        return ORDER.compare(this, other);
    }

    /** The path as the expression writes it. */
    @Override
    public String toString() {
        return root.isEmpty() ? field : root + "." + field;
    }
}
