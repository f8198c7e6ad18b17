package dev.soc2.model.result;

import java.time.Duration;

/**
 * How much of the time that a test asks about it can speak of, summed over its items: of three servers watched for a day
 * each, three days.
 *
 * @param known time whose state is known, right or wrong
 * @param unknown time of which nothing is known
 * @param violating time in a wrong state; a part of the known time
 * @param longestViolation the longest violation of one item without a break
 * @param excused time that does not count: in a wrong state under an approved exception, or in the grace of a new item
 */
public record TestCoverage(
        Duration known, Duration unknown, Duration violating, Duration longestViolation, Duration excused) {

    /** No time at all. */
    public static final TestCoverage NONE =
            new TestCoverage(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Checks that nothing is negative and that parts are no longer than what they are parts of. */
    public TestCoverage {
        if (known.isNegative() || unknown.isNegative() || longestViolation.isNegative() || excused.isNegative()) {
            throw new IllegalArgumentException("times are not negative");
        }
        if (violating.compareTo(known) > 0 || longestViolation.compareTo(violating) > 0) {
            throw new IllegalArgumentException("violating time is known, and the longest violation is a part of it");
        }
    }

    /**
     * The times of two sets of items together.
     *
     * @param other the times of other items
     * @return the sums, and the longer of the longest violations
     */
    public TestCoverage plus(TestCoverage other) {
        return new TestCoverage(
                known.plus(other.known),
                unknown.plus(other.unknown),
                violating.plus(other.violating),
                longestViolation.compareTo(other.longestViolation) >= 0 ? longestViolation : other.longestViolation,
                excused.plus(other.excused));
    }
}
