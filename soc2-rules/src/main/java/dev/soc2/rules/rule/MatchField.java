package dev.soc2.rules.rule;

import java.util.Objects;

/**
 * Two fields that must be equal for two records to belong together.
 *
 * @param left field of the trigger or left-hand record
 * @param right field of the answer or right-hand record
 */
public record MatchField(Field left, Field right) {

    /** The subject of both. */
    public static final MatchField SUBJECT = new MatchField(Field.SUBJECT, Field.SUBJECT);

    /** Checks that both are given. */
    public MatchField {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
    }

    /**
     * The pair in words.
     *
     * @return one path when both are the same
     */
    public String words() {
        return left.equals(right) ? left.path() : left + " = " + right;
    }
}
