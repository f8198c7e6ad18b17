package dev.soc2.rules.rule;

import java.util.Objects;

/**
 * A field of the record of a step, or of the item itself.
 *
 * @param step name of the step, or {@code item}
 * @param field field of its record
 */
public record StepField(String step, Field field) {

    /** The name that stands for the item. */
    public static final String ITEM = "item";

    /** Checks that both are given. */
    public StepField {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(field, "field");
    }

    /**
     * The written form.
     *
     * @return such as {@code approved.actor}
     */
    @Override
    public String toString() {
        return step + "." + field;
    }
}
