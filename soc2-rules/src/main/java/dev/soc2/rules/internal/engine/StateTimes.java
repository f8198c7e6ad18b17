package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.TestCoverage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How long each value held, in nanoseconds; together the life of the asset inside the window.
 *
 * @param right time in the right state
 * @param wrong time in the wrong state
 * @param unknown time of which nothing is known
 * @param excused time that does not count
 * @param longestWrong the longest time in the wrong state without a break
 */
record StateTimes(long right, long wrong, long unknown, long excused, long longestWrong) {

    static StateTimes of(Collection<Stretch> stretches) {
        long longest = 0;
        long run = 0;
        long end = 0;
        for (Stretch stretch : stretches) {
            if (stretch.value() == StateValue.FALSE) {
                run = (end == stretch.window().from() ? run : 0) + stretch.length();
                end = stretch.window().to();
                longest = Math.max(longest, run);
            }
        }
        return new StateTimes(
                sum(stretches, StateValue.TRUE),
                sum(stretches, StateValue.FALSE),
                sum(stretches, StateValue.UNKNOWN),
                sum(stretches, StateValue.EXCUSED),
                longest);
    }

    private static long sum(Collection<Stretch> stretches, StateValue value) {
        return stretches.stream()
                .filter(stretch -> stretch.value() == value)
                .mapToLong(Stretch::length)
                .sum();
    }

    long known() {
        return right + wrong;
    }

    long life() {
        return right + wrong + unknown + excused;
    }

    TestCoverage coverage() {
        return new TestCoverage(
                Duration.ofNanos(known()),
                Duration.ofNanos(unknown),
                Duration.ofNanos(wrong),
                Duration.ofNanos(longestWrong),
                Duration.ofNanos(excused));
    }

    /** Such as {@code violating 48 h, longest 48 h, known 2184 h of 2184 h}. */
    String words() {
        List<String> parts = new ArrayList<>();
        if (wrong > 0) {
            parts.add("violating " + TimeWords.of(wrong));
            parts.add("longest " + TimeWords.of(longestWrong));
        }
        if (unknown > 0) {
            parts.add("unknown " + TimeWords.of(unknown));
        }
        if (excused > 0) {
            parts.add("excused " + TimeWords.of(excused));
        }
        parts.add("known " + TimeWords.of(known()) + " of " + TimeWords.of(life()));
        return String.join(", ", parts);
    }
}
