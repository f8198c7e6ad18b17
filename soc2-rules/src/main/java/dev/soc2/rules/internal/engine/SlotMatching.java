package dev.soc2.rules.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives occurrences to slots. One that names its slot answers it, however late, unless it came before the slot began;
 * the others go in order of time to the earliest slot that is open and whose window contains them, which satisfies as
 * many slots as can be.
 */
final class SlotMatching {

    /**
     * A slot with the window in which it may be answered.
     *
     * @param slot the slot
     * @param deadline end of its grace, not included
     */
    record Due(Calendar.Slot slot, long deadline) {}

    /**
     * An occurrence.
     *
     * @param row its row
     * @param at when
     * @param names id of the slot that it names; empty: none
     */
    record Occurrence(int row, long at, String names) {}

    private final List<Due> slots;
    private final int required;
    private final Map<String, List<Occurrence>> given = new HashMap<>();

    private SlotMatching(List<Due> slots, int required) {
        this.slots = slots;
        this.required = required;
    }

    static SlotMatching of(List<Due> slots, int required, List<Occurrence> occurrences) {
        SlotMatching matching = new SlotMatching(slots, required);
        Set<Occurrence> named = new HashSet<>();
        for (Occurrence occurrence : occurrences) {
            if (!occurrence.names().isEmpty()) {
                named.add(occurrence);
                matching.giveNamed(occurrence);
            }
        }
        occurrences.stream().filter(o -> !named.contains(o)).forEach(matching::giveEarliest);
        return matching;
    }

    private void giveNamed(Occurrence occurrence) {
        for (Due due : slots) {
            if (due.slot().id().equals(occurrence.names())
                    && occurrence.at() >= due.slot().start()
                    && occurrence.at() < due.deadline()
                    && isOpen(due)) {
                give(due, occurrence);
                return;
            }
        }
    }

    private void giveEarliest(Occurrence occurrence) {
        for (Due due : slots) {
            if (occurrence.at() >= due.slot().start() && occurrence.at() < due.deadline() && isOpen(due)) {
                give(due, occurrence);
                return;
            }
        }
    }

    private boolean isOpen(Due due) {
        return of(due).size() < required;
    }

    private void give(Due due, Occurrence occurrence) {
        given.computeIfAbsent(due.slot().id(), id -> new ArrayList<>()).add(occurrence);
    }

    /** What a slot was given. */
    List<Occurrence> of(Due due) {
        return given.getOrDefault(due.slot().id(), List.of());
    }

    boolean isSatisfied(Due due) {
        return of(due).size() >= required;
    }

    /** Whether every slot that this matching satisfies is satisfied by another one too. */
    boolean isKeptBy(SlotMatching other) {
        return slots.stream().allMatch(due -> !isSatisfied(due) || other.isSatisfied(due));
    }
}
