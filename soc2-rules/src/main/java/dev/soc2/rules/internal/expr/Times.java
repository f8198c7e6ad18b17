package dev.soc2.rules.internal.expr;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Timestamps and durations: arithmetic within CEL's range, and the parts of a timestamp in a zone. */
final class Times {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final long MAX_SECONDS = 315_576_000_000L;
    private static final Cause RANGE = new Cause("the result is outside the years 1 to 9999");
    private static final Cause LENGTH = new Cause("the result is a duration of more than 10,000 years");

    private Times() {}

    static boolean inRange(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    static boolean inRange(Duration length) {
        long seconds = length.getSeconds();
        return (seconds < MAX_SECONDS && seconds >= -MAX_SECONDS) || (seconds == MAX_SECONDS && length.getNano() == 0);
    }

    static Object add(Object left, Object right) {
        if (left instanceof Instant time && right instanceof Duration length) {
            return shifted(time, length);
        }
        if (left instanceof Duration length && right instanceof Instant time) {
            return shifted(time, length);
        }
        if (left instanceof Duration a && right instanceof Duration b && inRange(a) && inRange(b)) {
            return bounded(a.plus(b));
        }
        return Cause.cannot("+", left, right);
    }

    static Object subtract(Object left, Object right) {
        if (left instanceof Instant a && right instanceof Instant b) {
            return bounded(Duration.between(b, a));
        }
        if (left instanceof Instant time && right instanceof Duration length) {
            return inRange(length) ? shifted(time, length.negated()) : LENGTH;
        }
        if (left instanceof Duration a && right instanceof Duration b && inRange(a) && inRange(b)) {
            return bounded(a.minus(b));
        }
        return Cause.cannot("-", left, right);
    }

    private static Object shifted(Instant time, Duration length) {
        if (!inRange(time) || !inRange(length)) {
            return RANGE;
        }
        Instant result = time.plus(length);
        return inRange(result) ? result : RANGE;
    }

    private static Object bounded(Duration length) {
        return inRange(length) ? length : LENGTH;
    }

    /** A zone by its IANA name or as an offset such as {@code +02:00}; empty when it is neither. */
    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(name.matches("[0-9]{2}:[0-9]{2}") ? ZoneOffset.of("+" + name) : ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The accessor in UTC; of a duration when it has such a part. */
    static Operation.Unary part(String name, ToIntFunction<ZonedDateTime> part) {
        return inZone(name, part, ZoneOffset.UTC);
    }

    static Operation.Unary inZone(String name, ToIntFunction<ZonedDateTime> part, ZoneId zone) {
        return (value, run) -> {
            if (value instanceof Instant time) {
                return (long) part.applyAsInt(time.atZone(zone));
            }
            return value instanceof Duration length ? whole(name, length) : Cause.cannot(name + "()", value);
        };
    }

    static Operation.Binary inZone(String name, ToIntFunction<ZonedDateTime> part) {
        return (value, zoneName, run) -> {
            if (!(value instanceof Instant time) || !(zoneName instanceof String text)) {
                return Cause.cannot(name + "()", value, zoneName);
            }
            Optional<ZoneId> zone = zone(text);
            return zone.isPresent()
                    ? (Object) (long) part.applyAsInt(time.atZone(zone.get()))
                    : new Cause("no time zone is called " + Cause.shown(text));
        };
    }

    /** Whole units of a duration, cut towards zero; milliseconds are those beyond the whole seconds. */
    private static Object whole(String name, Duration length) {
        boolean cut = length.isNegative() && length.getNano() > 0;
        long seconds = length.getSeconds() + (cut ? 1 : 0);
        int nanos = length.getNano() - (cut ? 1_000_000_000 : 0);
        return switch (name) {
            case "getHours" -> seconds / 3_600;
            case "getMinutes" -> seconds / 60;
            case "getSeconds" -> seconds;
            case "getMilliseconds" -> (long) (nanos / 1_000_000);
            default -> Cause.cannot(name + "()", length);
        };
    }
}
