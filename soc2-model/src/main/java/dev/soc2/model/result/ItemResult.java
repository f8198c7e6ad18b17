package dev.soc2.model.result;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found about one item.
 *
 * @param id id of the item; for rules over evidence the id of its record, for calendars the slot
 * @param subject whom or what it is about; may be empty
 * @param outcome the fact
 * @param reason why
 * @param from when it began to matter: trigger, start of the slot or of the gap
 * @param due when it had to be done
 * @param at when it was done or failed
 * @param detail the facts of this case in words; may be empty
 * @param evidence ids of the records that decided it, sorted
 */
public record ItemResult(
        String id,
        String subject,
        ItemOutcome outcome,
        ReasonCode reason,
        Optional<Instant> from,
        Optional<Instant> due,
        Optional<Instant> at,
        String detail,
        List<String> evidence) {

    /** Checks the invariants and sorts the ids. */
    public ItemResult {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an item has an id");
        }
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        evidence = List.copyOf(evidence.stream().distinct().sorted().toList());
    }

    /**
     * Whether it is a deviation that was done after all.
     *
     * @return true for a deviation with the reason {@link ReasonCode#LATE}
     */
    public boolean isLateDeviation() {
        return outcome == ItemOutcome.DEVIATION && reason.isLate();
    }
}
