package dev.soc2.report.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one criterion or one control.
 *
 * @param id id of the criterion or control
 * @param title its short title
 * @param kind what became of it
 * @param before how it stood; empty when the earlier assessment does not have it
 * @param after how it stands; empty when the later assessment does not have it
 * @param causes what the change comes from, in the order of their declaration; empty when nothing changed
 * @param items items of a control that changed, by test and item; none where it entered or left the scope, and none for a
 *     criterion
 */
public record ResultChange(
        String id,
        String title,
        ChangeClass kind,
        Optional<Standing> before,
        Optional<Standing> after,
        List<ChangeCause> causes,
        List<ItemChange> items) {

    /** Checks the invariants. */
    public ResultChange {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        causes = List.copyOf(causes.stream().distinct().sorted().toList());
        items = List.copyOf(items);
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException(id + " is in neither assessment");
        }
        if (causes.isEmpty() == (kind != ChangeClass.UNCHANGED || !items.isEmpty())) {
            throw new IllegalArgumentException(id + " is " + kind + " because of " + causes);
        }
    }

    /**
     * Whether nothing about it changed, none of its items either.
     *
     * @return true when all is as it was
     */
    public boolean isSame() {
        return kind == ChangeClass.UNCHANGED && items.isEmpty();
    }

    /**
     * How it was found last.
     *
     * @return as it is now, else as it was
     */
    public Standing last() {
        return after.or(() -> before).orElseThrow();
    }

    static ChangeClass between(Optional<Standing> before, Optional<Standing> after) {
        Optional<Standing> was = before.filter(Standing::isInScope);
        Optional<Standing> is = after.filter(Standing::isInScope);
        if (was.isEmpty() || is.isEmpty()) {
            return was.isPresent() ? ChangeClass.REMOVED : is.isPresent() ? ChangeClass.ADDED : ChangeClass.UNCHANGED;
        }
        boolean wasOpen = was.get().isOpen();
        boolean isOpen = is.get().isOpen();
        if (wasOpen != isOpen) {
            return isOpen ? ChangeClass.NEW : ChangeClass.RESOLVED;
        }
        int worse = is.get().against(was.get());
        return worse == 0 ? ChangeClass.UNCHANGED : worse > 0 ? ChangeClass.WORSE : ChangeClass.BETTER;
    }
}
