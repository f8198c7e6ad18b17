package dev.soc2.rules.internal.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Elapsed time as a person writes it, exact to the nanosecond. */
final class TimeWords {

    private TimeWords() {}

    /** Such as {@code 48 h} or {@code 1 h 30 min}. */
    static String of(long nanos) {
        Duration duration = Duration.ofNanos(nanos);
        List<String> parts = new ArrayList<>();
        add(parts, duration.toHours(), "h");
        addRest(parts, duration);
        return parts.isEmpty() ? "0 h" : String.join(" ", parts);
    }

    /** Such as {@code 205 d} or {@code 1 d 12 h}, of days with 24 hours. */
    static String inDays(long nanos) {
        Duration duration = Duration.ofNanos(nanos);
        List<String> parts = new ArrayList<>();
        add(parts, duration.toDays(), "d");
        add(parts, duration.toHoursPart(), "h");
        addRest(parts, duration);
        return parts.isEmpty() ? "0 d" : String.join(" ", parts);
    }

    private static void addRest(List<String> parts, Duration duration) {
        add(parts, duration.toMinutesPart(), "min");
        BigDecimal seconds = BigDecimal.valueOf(duration.toSecondsPart())
                .add(BigDecimal.valueOf(duration.toNanosPart(), 9))
                .stripTrailingZeros();
        if (seconds.signum() > 0) {
            parts.add(seconds.toPlainString() + " s");
        }
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }
}
