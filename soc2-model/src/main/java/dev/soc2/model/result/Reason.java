package dev.soc2.model.result;

import java.util.Comparator;
import java.util.Objects;

/**
 * A reason that a program can read and a person can understand.
 *
 * @param code the code
 * @param text the facts of this case in words; may be empty
 */
public record Reason(ReasonCode code, String text) implements Comparable<Reason> {

    private static final Comparator<Reason> ORDER =
            Comparator.comparing(Reason::code).thenComparing(Reason::text);

    /** Checks the invariants. */
    public Reason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }

    /** Orders by code, then text. */
    @Override
    public int compareTo(Reason other) {
        return ORDER.compare(this, other);
    }
}
