package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CEL's written form of durations: {@code 1h30m}, {@code -0.5s}; written back in seconds. */
final class DurationText {

    private static final int MAX_TEXT = 100;
    private static final Pattern PART =
            Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");
    private static final Map<String, BigDecimal> NANOS = Map.of(
            "ns", BigDecimal.ONE,
            "us", new BigDecimal(1_000),
            "\u00b5s", new BigDecimal(1_000),
            "\u03bcs", new BigDecimal(1_000),
            "ms", new BigDecimal(1_000_000),
            "s", new BigDecimal(1_000_000_000L),
            "m", new BigDecimal(60_000_000_000L),
            "h", new BigDecimal(3_600_000_000_000L));
    private static final BigDecimal NANOS_PER_SECOND = new BigDecimal(1_000_000_000L);

    private DurationText() {}

    static Optional<Duration> parse(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String rest = signed ? text.substring(1) : text;
        if (rest.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        if (rest.isEmpty() || rest.length() > MAX_TEXT) {
            return Optional.empty();
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(rest);
        int end = 0;
        for (; end < rest.length(); end = part.end()) {
            part.region(end, rest.length());
            if (!part.lookingAt()) {
                return Optional.empty();
            }
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(NANOS.get(part.group(2))));
        }
        return length(text.startsWith("-") ? nanos.negate() : nanos);
    }

    /** Parts of a nanosecond are cut off. */
    private static Optional<Duration> length(BigDecimal nanos) {
        BigDecimal[] parts = nanos.divideToIntegralValue(BigDecimal.ONE).divideAndRemainder(NANOS_PER_SECOND);
        if (parts[0].precision() - parts[0].scale() > 15) {
            return Optional.empty();
        }
        Duration length = Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
        return Times.inRange(length) ? Optional.of(length) : Optional.empty();
    }

    /** Seconds with 0, 3, 6 or 9 digits after the point. */
    static String write(Duration length) {
        boolean negative = length.isNegative();
        Duration size = length.abs();
        int nanos = size.getNano();
        String fraction = nanos == 0
                ? ""
                : nanos % 1_000_000 == 0
                        ? String.format(Locale.ROOT, ".%03d", nanos / 1_000_000)
                        : nanos % 1_000 == 0
                                ? String.format(Locale.ROOT, ".%06d", nanos / 1_000)
                                : String.format(Locale.ROOT, ".%09d", nanos);
        return (negative ? "-" : "") + size.getSeconds() + fraction + "s";
    }
}
