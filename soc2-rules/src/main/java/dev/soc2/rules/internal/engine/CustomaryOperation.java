package dev.soc2.rules.internal.engine;

import dev.soc2.model.control.ControlFrequency;
import java.time.Duration;

/**
 * How long a control customarily operates after a fix before a re-test says anything.
 *
 * @param items how many items at least
 * @param days how many days at least
 */
record CustomaryOperation(int items, int days) {

    static CustomaryOperation of(ControlFrequency frequency) {
        return switch (frequency) {
            case MULTIPLE_PER_DAY -> new CustomaryOperation(25, 7);
            case DAILY -> new CustomaryOperation(20, 0);
            case WEEKLY -> new CustomaryOperation(5, 0);
            case BIWEEKLY -> new CustomaryOperation(3, 0);
            case MONTHLY, QUARTERLY, SEMIANNUAL -> new CustomaryOperation(2, 0);
            case ANNUAL, ONE_OFF, EVENT, CONTINUOUS -> new CustomaryOperation(1, 0);
        };
    }

    boolean isReached(long from, long to) {
        return to - from >= Duration.ofDays(days).toNanos();
    }
}
