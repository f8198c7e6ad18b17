package dev.soc2.rules.internal.expr;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A compiled expression, not yet bound to a host's frames. Immutable. */
public final class Expression {

    private final String text;
    private final Node root;
    private final SortedSet<FieldPath> fields;
    private final int slots;
    private final ExpressionLimits limits;

    Expression(String text, Node root, SortedSet<FieldPath> fields, int slots, ExpressionLimits limits) {
        this.text = text;
        this.root = root;
        this.fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        this.slots = slots;
        this.limits = limits;
    }

    /** The text it was compiled from. */
    public String text() {
        return text;
    }

    /** The type of its value. */
    public ExprType type() {
        return root.type();
    }

    /** Every field that it reads or asks for. */
    public SortedSet<FieldPath> fields() {
        return fields;
    }

    /** A program over the host's frames; the binder is asked for each field that is read. */
    public <F> Program<F> bind(FieldBinder<F> binder) {
        Generator<F> generator = new Generator<>(binder);
        Code<F> code = root.accept(generator);
        return new Program<>(code, generator.counts(), slots, limits.steps());
    }

    @Override
    public String toString() {
        return text;
    }
}
