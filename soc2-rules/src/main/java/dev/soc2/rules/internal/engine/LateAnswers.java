package dev.soc2.rules.internal.engine;

import dev.soc2.rules.internal.engine.SlotMatching.Due;
import dev.soc2.rules.internal.engine.SlotMatching.Occurrence;
import dev.soc2.rules.rule.TimeAmount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which unsatisfied slots were answered after all, but late. An occurrence between the deadline of a slot and the end of
 * the slot that follows serves as a late answer when no satisfied slot misses it, or when the following slot is still
 * open; one that names the slot serves however late it came.
 */
final class LateAnswers {

    private final List<Due> slots;
    private final int required;
    private final Calendar calendar;
    private final Clock clock;
    private final TimeAmount grace;
    private final long asOf;
    private final Map<String, List<Occurrence>> late = new HashMap<>();
    private List<Occurrence> pool;
    private SlotMatching matching;

    LateAnswers(
            List<Due> slots,
            int required,
            List<Occurrence> occurrences,
            Calendar calendar,
            Clock clock,
            TimeAmount grace,
            long asOf) {
        this.slots = slots;
        this.required = required;
        this.calendar = calendar;
        this.clock = clock;
        this.grace = grace;
        this.asOf = asOf;
        pool = List.copyOf(occurrences);
        matching = SlotMatching.of(slots, required, pool);
        for (Due due : slots) {
            if (!matching.isSatisfied(due) && due.deadline() <= asOf) {
                seek(due);
            }
        }
    }

    private void seek(Due due) {
        List<Occurrence> answers = new ArrayList<>();
        List<Occurrence> poolBefore = pool;
        SlotMatching matchingBefore = matching;
        int missing = required - matching.of(due).size();
        for (Occurrence candidate : poolBefore) {
            if (answers.size() < missing && canAnswer(due, candidate)) {
                List<Occurrence> without =
                        pool.stream().filter(o -> !o.equals(candidate)).toList();
                SlotMatching rest = SlotMatching.of(slots, required, without);
                if (candidate.names().equals(due.slot().id()) || matching.isKeptBy(rest) || isFollowingOpen(due)) {
                    answers.add(candidate);
                    pool = without;
                    matching = rest;
                }
            }
        }
        if (answers.size() < missing) {
            pool = poolBefore;
            matching = matchingBefore;
        } else {
            late.put(due.slot().id(), answers);
        }
    }

    private boolean canAnswer(Due due, Occurrence candidate) {
        if (!candidate.names().isEmpty()) {
            return candidate.names().equals(due.slot().id()) && candidate.at() >= due.deadline();
        }
        return candidate.at() >= due.deadline()
                && candidate.at() < calendar.following(due.slot()).end();
    }

    private boolean isFollowingOpen(Due due) {
        return asOf < clock.plus(calendar.following(due.slot()).end(), grace);
    }

    /** The matching in time of what was not needed as a late answer. */
    SlotMatching matching() {
        return matching;
    }

    /** The late answers of a slot; none when it was not answered. */
    List<Occurrence> of(Due due) {
        return late.getOrDefault(due.slot().id(), List.of());
    }
}
