package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * OCCURRENCE: when a trigger happens, a record with what it requires must exist.
 *
 * @param trigger the population
 * @param record picks the records that must follow
 * @param match fields that tie trigger and record together
 * @param within how long after the trigger the record may come; empty: any time after it
 * @param calendar name of a business calendar, needed for business limits
 * @param require expression over {@code trigger} and {@code record}; empty: the record alone is enough
 */
public record OccurrenceRule(
        Selector trigger,
        Selector record,
        List<MatchField> match,
        Optional<TimeAmount> within,
        Optional<String> calendar,
        Optional<String> require)
        implements Rule {

    /** Checks the invariants. */
    public OccurrenceRule {
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(require, "require");
        match = List.copyOf(match);
        if (match.isEmpty()) {
            throw new IllegalArgumentException("a record is tied to its trigger by at least one field: give match");
        }
        if (within.map(TimeAmount::needsCalendar).orElse(false) && calendar.isEmpty()) {
            throw new IllegalArgumentException("limits in business time need a calendar: give calendar");
        }
    }

    @Override
    public String kind() {
        return "OCCURRENCE";
    }

    @Override
    public String words() {
        return "every " + trigger.words() + " is followed by " + record.words() + " of the same "
                + String.join(", ", match.stream().map(MatchField::words).toList())
                + within.map(limit -> " within " + limit.written()).orElse("")
                + require.map(text -> " that satisfies " + text).orElse("");
    }

    @Override
    public List<Selector> population() {
        return List.of(trigger);
    }
}
