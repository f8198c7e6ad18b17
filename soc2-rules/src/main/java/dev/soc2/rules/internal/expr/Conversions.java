package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The conversion functions: {@code int string double decimal bool timestamp duration}. */
final class Conversions {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,100}");
    private static final Pattern TIMESTAMP = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE", "t", "1");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE", "f", "0");
    private static final Cause TOO_LARGE = new Cause("int() gives a number of more than 64 bits");

    private Conversions() {}

    /** The integer that a decimal is; empty when it is none or too large. */
    static Optional<Long> exactLong(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        BigInteger integer = number.toBigInteger();
        return integer.bitLength() < Long.SIZE ? Optional.of(integer.longValue()) : Optional.empty();
    }

    static Object toInteger(Object value, Run run) {
        if (value instanceof Long) {
            return value;
        }
        if (value instanceof BigDecimal number) {
            return integer(number.setScale(0, RoundingMode.DOWN).toBigInteger());
        }
        if (value instanceof Instant time) {
            return time.getEpochSecond();
        }
        if (value instanceof String text) {
            return INTEGER.matcher(text).matches() ? integer(new BigInteger(text)) : unreadable("int()", text);
        }
        return Cause.cannot("int()", value);
    }

    private static Object integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : TOO_LARGE;
    }

    static Object toDecimal(Object value, Run run) {
        if (value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof String text) {
            Optional<BigDecimal> number = Decimals.parse(text);
            return number.isPresent() ? number.get() : unreadable("double()", text);
        }
        return Cause.cannot("double()", value);
    }

    static Object toText(Object value, Run run) {
        if (value instanceof BigDecimal number) {
            return Decimals.text(number);
        }
        if (value instanceof Duration length) {
            return DurationText.write(length);
        }
        boolean plain = value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Instant;
        return plain ? value.toString() : Cause.cannot("string()", value);
    }

    static Object toBoolean(Object value, Run run) {
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            return TRUE.contains(text) ? true : FALSE.contains(text) ? (Object) false : unreadable("bool()", text);
        }
        return Cause.cannot("bool()", value);
    }

    static Object toTimestamp(Object value, Run run) {
        if (value instanceof Instant) {
            return value;
        }
        if (value instanceof String text) {
            return TIMESTAMP.matcher(text).matches() ? timestamp(text) : unreadable("timestamp()", text);
        }
        if (value instanceof Long seconds) {
            Cause range = new Cause("timestamp() gives a time outside the years 1 to 9999");
            if (Math.abs(seconds / 2) > Integer.MAX_VALUE * 1_000L) {
                return range;
            }
            Instant time = Instant.ofEpochSecond(seconds);
            return Times.inRange(time) ? time : range;
        }
        return Cause.cannot("timestamp()", value);
    }

    private static Object timestamp(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return Times.inRange(time) ? time : unreadable("timestamp()", text);
        } catch (DateTimeException noSuchTime) {
            return unreadable("timestamp()", text);
        }
    }

    static Object toDuration(Object value, Run run) {
        if (value instanceof Duration) {
            return value;
        }
        if (value instanceof String text) {
            Optional<Duration> length = DurationText.parse(text);
            return length.isPresent() ? length.get() : unreadable("duration()", text);
        }
        return Cause.cannot("duration()", value);
    }

    private static Cause unreadable(String function, String text) {
        return new Cause(function + " cannot read " + Cause.shown(text));
    }
}
