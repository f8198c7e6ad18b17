package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * SLA: what starts must stop within a limit, on one record or between two.
 *
 * @param trigger the population
 * @param start field that holds the start
 * @param stop field of the same record that holds the stop; empty between two records
 * @param answer picks the records that stop it; empty on one record
 * @param match fields that tie trigger and answer together; empty on one record
 * @param limit how long it may take
 * @param calendar name of a business calendar, needed for business limits
 * @param early what an answer before the start means
 * @param populationRule which items belong to the period
 * @param cardinality how many triggers one answer may stop
 * @param dateOnlyAt what a date without a time of day stands for
 */
public record SlaRule(
        Selector trigger,
        Field start,
        Optional<Field> stop,
        Optional<Selector> answer,
        List<MatchField> match,
        Limit limit,
        Optional<String> calendar,
        Early early,
        PopulationRule populationRule,
        Cardinality cardinality,
        DateOnlyAt dateOnlyAt)
        implements Rule {

    /** Checks the invariants. */
    public SlaRule {
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(early, "early");
        Objects.requireNonNull(populationRule, "populationRule");
        Objects.requireNonNull(cardinality, "cardinality");
        Objects.requireNonNull(dateOnlyAt, "dateOnlyAt");
        match = List.copyOf(match);
        if (stop.isPresent() == answer.isPresent()) {
            throw new IllegalArgumentException(
                    "an SLA rule has either a stop (both times on one record) or an answer (two records)");
        }
        if (answer.isPresent() && match.isEmpty()) {
            throw new IllegalArgumentException("an answer is tied to its trigger by at least one field: give match");
        }
        if (limit.needsCalendar() && calendar.isEmpty()) {
            throw new IllegalArgumentException("limits in business time need a calendar: give calendar");
        }
    }

    /**
     * An answer within a limit, tied by subject.
     *
     * @param trigger the population
     * @param answer picks the answers
     * @param limit how long it may take
     * @return the rule
     */
    public static SlaRule answered(Selector trigger, Selector answer, TimeAmount limit) {
        return new SlaRule(
                trigger,
                Field.OCCURRED_AT,
                Optional.empty(),
                Optional.of(answer),
                List.of(MatchField.SUBJECT),
                Limit.of(limit),
                Optional.empty(),
                Early.REFUSE,
                PopulationRule.TRIGGER_IN_PERIOD,
                Cardinality.MANY_TO_ONE,
                DateOnlyAt.END_OF_DAY);
    }

    @Override
    public String kind() {
        return "SLA";
    }

    @Override
    public String words() {
        String end = stop.map(s -> "reaches " + s)
                .orElseGet(() -> "is answered by " + answer.map(Selector::words).orElse("") + " of the same "
                        + String.join(
                                ", ", match.stream().map(MatchField::words).toList()));
        return "every " + trigger.words() + " " + end + " within " + limit.words();
    }

    @Override
    public List<Selector> population() {
        return List.of(trigger);
    }
}
