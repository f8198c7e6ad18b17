package dev.soc2.model.result;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The smallest change of its kind that would change a conclusion: with it the conclusion is another one, with one step
 * less it is not.
 *
 * @param towards the conclusion that would stand
 * @param better whether that is a better one
 * @param changes what would have to change, all of it together; mostly one
 * @param <C> kind of conclusion
 */
public record Flip<C extends Enum<C>>(C towards, boolean better, List<Change> changes) {

    /** Checks the invariants. */
    public Flip {
        Objects.requireNonNull(towards, "towards");
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing changes without a change");
        }
    }

    /**
     * What would have to change, in words.
     *
     * @return such as {@code 2 more deviations}
     */
    public String words() {
        return changes.stream().map(Change::words).distinct().collect(Collectors.joining("; and "));
    }
}
