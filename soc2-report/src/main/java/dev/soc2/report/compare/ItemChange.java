package dev.soc2.report.compare;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one item of a test: a leaver, a change, a backup.
 *
 * @param test id of the test
 * @param item id of the item
 * @param kind {@code NEW}, {@code WORSE} (undetermined before, a deviation now), {@code BETTER} or {@code RESOLVED}
 * @param before what was wrong with it, or could not be said; empty when nothing
 * @param after what is wrong with it, or cannot be said; empty when nothing
 * @param causes what the change comes from, in the order of their declaration
 */
public record ItemChange(
        String test,
        String item,
        ChangeClass kind,
        Optional<ItemResult> before,
        Optional<ItemResult> after,
        List<ChangeCause> causes) {

    /** Checks the invariants. */
    public ItemChange {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(kind, "kind");
        causes = List.copyOf(causes.stream().distinct().sorted().toList());
        if (causes.isEmpty() || (before.isEmpty() && after.isEmpty())) {
            throw new IllegalArgumentException(item + " changes from something, for a cause");
        }
    }

    /**
     * The item as it was found last.
     *
     * @return as it is now, else as it was
     */
    public ItemResult found() {
        return after.or(() -> before).orElseThrow();
    }

    static Optional<ChangeClass> between(Optional<ItemResult> before, Optional<ItemResult> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(before.isEmpty() ? ChangeClass.NEW : ChangeClass.RESOLVED);
        }
        ItemOutcome was = before.get().outcome();
        ItemOutcome is = after.get().outcome();
        return was == is
                ? Optional.empty()
                : Optional.of(is == ItemOutcome.DEVIATION ? ChangeClass.WORSE : ChangeClass.BETTER);
    }
}
