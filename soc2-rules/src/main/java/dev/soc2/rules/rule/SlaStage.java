package dev.soc2.rules.rule;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One course of an SLA rule: what it starts with, what stops it, and how long it may take.
 *
 * @param name its name; empty when the rule has this one alone
 * @param start field of the trigger that holds the start
 * @param stop field of the same record that holds the stop; empty between two records
 * @param answer picks the records that stop it; empty on one record
 * @param match fields that tie the trigger, or each of its targets, to the answer; empty on one record
 * @param limit how long it may take
 */
public record SlaStage(
        String name,
        Field start,
        Optional<Field> stop,
        Optional<Selector> answer,
        List<MatchField> match,
        Limit limit) {

    /** Checks the invariants. */
    public SlaStage {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(limit, "limit");
        match = List.copyOf(match);
        if (stop.isPresent() && answer.isPresent()) {
            throw new IllegalArgumentException(SlaRule.STOP_OR_ANSWER);
        }
        if (answer.isPresent() && match.isEmpty()) {
            throw new IllegalArgumentException("an answer is tied to its trigger by at least one field: give match");
        }
    }

    /**
     * The stage in words.
     *
     * @return such as {@code reaches attributes.closedAt within P30D}
     */
    public String words() {
        String end = stop.map(field -> "reaches " + field)
                .or(() -> answer.map(by -> "is answered by " + by.words() + " of the same "
                        + String.join(
                                ", ", match.stream().map(MatchField::words).toList())))
                .orElse("is seen no more");
        return end + " within " + limit.words();
    }
}
