package dev.soc2.rules.rule;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit on one of three clocks, which are never converted into each other: elapsed time ({@code PT24H}), the calendar
 * ({@code P1D}, {@code P3M}, {@code P1Y}: the same local time later) and business time ({@code 2BD}, {@code 8BH}, on a
 * named calendar).
 */
public sealed interface TimeAmount {

    /**
     * No time at all, on the calendar.
     *
     * @return {@code P0D}
     */
    static TimeAmount none() {
        return new OnCalendar(Period.ZERO);
    }

    /**
     * Reads the written form.
     *
     * @param text such as {@code PT24H}, {@code P30D}, {@code 2BD} or {@code 8BH}
     * @return the amount
     * @throws IllegalArgumentException if the text has another form or is negative
     */
    static TimeAmount parse(String text) {
        Matcher business = BusinessForm.PATTERN.matcher(text);
        if (business.matches()) {
            int count = Integer.parseInt(business.group(1));
            return business.group(2).equals("D") ? new BusinessDays(count) : new BusinessHours(count);
        }
        try {
            return text.startsWith("PT") ? new Elapsed(Duration.parse(text)) : new OnCalendar(Period.parse(text));
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "a limit is elapsed time (PT24H), calendar time (P1D, P3M, P1Y) or business time (2BD, 8BH), got '"
                            + text + "'",
                    e);
        }
    }

    /**
     * Calls the function of the case at hand.
     *
     * @param elapsed called for elapsed time
     * @param calendar called for calendar time
     * @param businessDays called for business days
     * @param businessHours called for business hours
     * @param <T> what the functions return
     * @return what the called function returned
     */
    <T> T match(
            Function<Duration, T> elapsed,
            Function<Period, T> calendar,
            IntFunction<T> businessDays,
            IntFunction<T> businessHours);

    /**
     * The written form.
     *
     * @return such as {@code PT24H}
     */
    String written();

    /**
     * The same amount a number of times over, on the same clock.
     *
     * @param count how often, not negative
     * @return the product
     */
    default TimeAmount times(int count) {
        return match(
                duration -> new Elapsed(duration.multipliedBy(count)),
                period -> new OnCalendar(period.multipliedBy(count)),
                days -> new BusinessDays(Math.multiplyExact(days, count)),
                hours -> new BusinessHours(Math.multiplyExact(hours, count)));
    }

    /**
     * Whether it needs a business calendar.
     *
     * @return true for business days and hours
     */
    default boolean needsCalendar() {
        return match(e -> false, c -> false, d -> true, h -> true);
    }

    /**
     * Whether it is no time at all.
     *
     * @return true for an amount of nothing, on whichever clock
     */
    default boolean isZero() {
        return match(Duration::isZero, Period::isZero, days -> days == 0, hours -> hours == 0);
    }

    /**
     * Elapsed time on the time line.
     *
     * @param duration not negative
     */
    record Elapsed(Duration duration) implements TimeAmount {

        /** Checks that it is not negative. */
        public Elapsed {
            if (duration.isNegative() || duration.compareTo(Duration.ofDays(36_525)) > 0) {
                throw new IllegalArgumentException("a limit lies between zero and a century, got " + duration);
            }
        }

        @Override
        public <T> T match(
                Function<Duration, T> elapsed,
                Function<Period, T> calendar,
                IntFunction<T> businessDays,
                IntFunction<T> businessHours) {
            return elapsed.apply(duration);
        }

        @Override
        public String written() {
            return duration.toString();
        }
    }

    /**
     * The same local time some days, months or years later.
     *
     * @param period no part of it negative
     */
    record OnCalendar(Period period) implements TimeAmount {

        /** Checks that it is not negative. */
        public OnCalendar {
            if (period.getYears() < 0
                    || period.getMonths() < 0
                    || period.getDays() < 0
                    || period.toTotalMonths() > 1_200
                    || period.getDays() > 36_525) {
                throw new IllegalArgumentException("a limit lies between zero and a century, got " + period);
            }
        }

        @Override
        public <T> T match(
                Function<Duration, T> elapsed,
                Function<Period, T> calendar,
                IntFunction<T> businessDays,
                IntFunction<T> businessHours) {
            return calendar.apply(period);
        }

        @Override
        public String written() {
            return period.toString();
        }
    }

    /**
     * Business days; the deadline is the midnight that ends the last of them.
     *
     * @param days at most 10,000
     */
    record BusinessDays(int days) implements TimeAmount {

        /** Checks the size. */
        public BusinessDays {
            BusinessForm.check(days);
        }

        @Override
        public <T> T match(
                Function<Duration, T> elapsed,
                Function<Period, T> calendar,
                IntFunction<T> businessDays,
                IntFunction<T> businessHours) {
            return businessDays.apply(days);
        }

        @Override
        public String written() {
            return days + "BD";
        }
    }

    /**
     * Business hours; only open time counts.
     *
     * @param hours at most 10,000
     */
    record BusinessHours(int hours) implements TimeAmount {

        /** Checks the size. */
        public BusinessHours {
            BusinessForm.check(hours);
        }

        @Override
        public <T> T match(
                Function<Duration, T> elapsed,
                Function<Period, T> calendar,
                IntFunction<T> businessDays,
                IntFunction<T> businessHours) {
            return businessHours.apply(hours);
        }

        @Override
        public String written() {
            return hours + "BH";
        }
    }

    /** The written form of business time. */
    final class BusinessForm {

        private static final Pattern PATTERN = Pattern.compile("([0-9]{1,5})B([DH])");
        private static final int MOST = 10_000;

        private BusinessForm() {}

        private static void check(int count) {
            if (count < 0 || count > MOST) {
                throw new IllegalArgumentException("a business limit lies between 0 and " + MOST + ", got " + count);
            }
        }
    }
}
