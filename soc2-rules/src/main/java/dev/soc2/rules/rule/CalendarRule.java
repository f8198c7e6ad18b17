package dev.soc2.rules.rule;

import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * CADENCE on a calendar: performed in each slot, or in the grace after it.
 *
 * @param of picks the occurrences
 * @param every the slots
 * @param grace how long after the end of a slot an occurrence is still accepted
 * @param required occurrences per slot, at least 1
 * @param subjects for whom it is asked
 * @param retired picks records that end the life of a subject
 * @param calendar name of a business calendar, needed for business days
 * @param fiscalStart month in which quarters, halves and years begin
 * @param performedInPeriodOnly whether a slot belongs to the period in which it was performed rather than due
 * @param slots which slots are owed
 * @param followUp what must follow an occurrence
 */
public record CalendarRule(
        Selector of,
        CadenceUnit every,
        TimeAmount grace,
        int required,
        Subjects subjects,
        Optional<Selector> retired,
        Optional<String> calendar,
        Month fiscalStart,
        boolean performedInPeriodOnly,
        SlotPolicy slots,
        Optional<FollowUp> followUp)
        implements Rule {

    /** Checks the invariants. */
    public CalendarRule {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(every, "every");
        Objects.requireNonNull(grace, "grace");
        Objects.requireNonNull(subjects, "subjects");
        Objects.requireNonNull(fiscalStart, "fiscalStart");
        Objects.requireNonNull(slots, "slots");
        if (required < 1) {
            throw new IllegalArgumentException("a slot requires at least one occurrence, got " + required);
        }
        if (calendar.isEmpty()
                && (every == CadenceUnit.BUSINESS_DAY
                        || grace.needsCalendar()
                        || followUp.map(f -> f.limit().needsCalendar()).orElse(false))) {
            throw new IllegalArgumentException("business days need a calendar: give calendar");
        }
    }

    /**
     * One occurrence in each slot, without grace.
     *
     * @param of picks the occurrences
     * @param every the slots
     * @return the rule
     */
    public static CalendarRule of(Selector of, CadenceUnit every) {
        return new CalendarRule(
                of,
                every,
                TimeAmount.none(),
                1,
                Subjects.TOGETHER,
                Optional.empty(),
                Optional.empty(),
                Month.JANUARY,
                false,
                SlotPolicy.REQUIRE_IF_DUE,
                Optional.empty());
    }

    @Override
    public String kind() {
        return "CADENCE";
    }

    @Override
    public String words() {
        return (required == 1 ? "" : required + " ") + of.words() + " in each " + every + " (grace " + grace.written()
                + ")" + (subjects.equals(Subjects.TOGETHER) ? "" : " per subject");
    }

    @Override
    public List<Selector> population() {
        return List.of();
    }
}
