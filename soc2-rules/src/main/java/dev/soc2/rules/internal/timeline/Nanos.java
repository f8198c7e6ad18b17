package dev.soc2.rules.internal.timeline;

import java.time.Instant;

/**
 * Instants as nanoseconds since 1970-01-01T00:00Z in a long, which reaches from 1677 to 2262; evidence carries times
 * between 1700 and 2250.
 */
public final class Nanos {

    /** No time; earlier than every time. */
    public static final long NONE = Long.MIN_VALUE;
    /** Later than every time. */
    public static final long FOREVER = Long.MAX_VALUE;

    private static final long A_SECOND = 1_000_000_000L;

    private Nanos() {}

    /** The instant as a long; what lies outside the range is drawn to its ends. */
    public static long of(Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), A_SECOND), instant.getNano());
        } catch (ArithmeticException e) {
            return instant.getEpochSecond() < 0 ? NONE + 1 : FOREVER;
        }
    }

    /** The long as an instant. */
    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
    }
}
