package dev.soc2.rules.rule;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long something may take: one amount, an amount by the value of a field, or a due time on the record.
 *
 * @param amount the limit, or the default beside {@code by}
 * @param by field whose value chooses the limit
 * @param amounts limits by that value, compared exactly
 * @param due field that holds the due time itself
 */
public record Limit(
        Optional<TimeAmount> amount, Optional<Field> by, Map<String, TimeAmount> amounts, Optional<Field> due) {

    /** Checks the invariants. */
    public Limit {
        Objects.requireNonNull(amount, "amount");
        amounts = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(amounts)));
        if (by.isPresent() == amounts.isEmpty()) {
            throw new IllegalArgumentException("limitBy names a field and at least one value");
        }
        if (due.isPresent() && (amount.isPresent() || by.isPresent())) {
            throw new IllegalArgumentException("a due time on the record takes no other limit beside it");
        }
        if (due.isEmpty() && amount.isEmpty() && by.isEmpty()) {
            throw new IllegalArgumentException("a limit is missing: give limit, limitBy or due");
        }
    }

    /**
     * One limit for all.
     *
     * @param amount the limit
     * @return the limit
     */
    public static Limit of(TimeAmount amount) {
        return new Limit(Optional.of(amount), Optional.empty(), Map.of(), Optional.empty());
    }

    /**
     * Whether one of its amounts needs a business calendar.
     *
     * @return true when business days or hours occur
     */
    public boolean needsCalendar() {
        return amount.map(TimeAmount::needsCalendar).orElse(false)
                || amounts.values().stream().anyMatch(TimeAmount::needsCalendar);
    }

    /**
     * The limit in words.
     *
     * @return such as {@code P30D} or {@code by attributes.severity: HIGH P30D}
     */
    public String words() {
        if (due.isPresent()) {
            return "by " + due.get();
        }
        StringBuilder words = new StringBuilder();
        by.ifPresent(field -> {
            words.append("by ").append(field).append(':');
            amounts.forEach((value, limit) ->
                    words.append(' ').append(value).append(' ').append(limit.written()));
        });
        amount.ifPresent(limit -> words.append(words.isEmpty() ? "" : ", else ").append(limit.written()));
        return words.toString();
    }
}
