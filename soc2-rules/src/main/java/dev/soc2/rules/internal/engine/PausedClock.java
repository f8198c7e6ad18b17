package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.TimeAmount;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/**
 * A clock that stands still in pauses. A pause counts when it begins before the deadline as moved so far, and moves it
 * by what passes on the clock of the limit: elapsed time by its length on the time line, calendar time by what passes
 * on the wall clock, business hours by the open time in it; business days that end in it do not count.
 */
final class PausedClock {

    private final Clock clock;

    PausedClock(Clock clock) {
        this.clock = clock;
    }

    /**
     * A deadline.
     *
     * @param start when the clock starts
     * @param amount how long it runs
     * @param pauses disjoint and in order of time; what lies before the start or after {@code until} is cut off
     * @param until instant after which no pause counts
     */
    long plus(long start, TimeAmount amount, List<Window> pauses, long until) {
        long due = clock.plus(start, amount);
        if (pauses.isEmpty()) {
            return due;
        }
        Cut cut = new Cut(pauses, start, until);
        return amount.match(
                elapsed -> moved(due, cut),
                period -> cut.move(due, this::onTheWall, sum -> atWall(saturated(wall(due), sum))),
                days -> endOfBusinessDay(start, days, cut),
                hours -> cut.move(
                        due,
                        this::open,
                        sum -> Nanos.of(clock.afterBusinessHours(
                                Nanos.instant(start), Duration.ofHours(hours).plusNanos(sum)))));
    }

    /** A due time that a record names, moved on the time line. */
    long moved(long due, long start, List<Window> pauses, long until) {
        return moved(due, new Cut(pauses, start, until));
    }

    private static long moved(long due, Cut cut) {
        return cut.move(due, window -> window.to() - window.from(), sum -> saturated(due, sum));
    }

    private static long saturated(long one, long other) {
        long sum = one + other;
        return sum < one ? Nanos.FOREVER : sum;
    }

    /** Pauses between two instants. */
    private record Cut(List<Window> pauses, long start, long until) {

        long move(long due, ToLongFunction<Window> length, LongUnaryOperator later) {
            long moved = due;
            long sum = 0;
            for (Window pause : pauses) {
                if (pause.from() >= moved || pause.from() >= until) {
                    break;
                }
                Window own = pause.intersect(new Window(start, until));
                if (!own.isEmpty()) {
                    sum = saturated(sum, length.applyAsLong(own));
                    moved = sum == 0 ? due : later.applyAsLong(sum);
                }
            }
            return moved;
        }
    }

    private long onTheWall(Window window) {
        return wall(window.to()) - wall(window.from());
    }

    /** What a wall clock shows that stands still, instead of going back, until an hour that comes twice is over. */
    private long wall(long instant) {
        ZonedDateTime at = Nanos.instant(instant).atZone(clock.zone());
        LocalDateTime local = at.toLocalDateTime();
        ZoneOffsetTransition transition = clock.zone().getRules().getTransition(local);
        boolean again =
                transition != null && transition.isOverlap() && at.getOffset().equals(transition.getOffsetAfter());
        return Nanos.of((again ? transition.getDateTimeBefore() : local).toInstant(ZoneOffset.UTC));
    }

    /** The first instant at which the wall clock shows it, or something later where it leaps over it. */
    private long atWall(long wall) {
        LocalDateTime local = LocalDateTime.ofInstant(Nanos.instant(wall), ZoneOffset.UTC);
        ZoneOffsetTransition transition = clock.zone().getRules().getTransition(local);
        return Nanos.of(
                transition != null && transition.isGap()
                        ? transition.getInstant()
                        : local.atZone(clock.zone()).toInstant());
    }

    private long open(Window window) {
        BusinessCalendar business = clock.business();
        LocalDate last = Nanos.instant(window.to()).atZone(business.zone()).toLocalDate();
        long open = 0;
        for (LocalDate day =
                        Nanos.instant(window.from()).atZone(business.zone()).toLocalDate();
                !day.isAfter(last);
                day = day.plusDays(1)) {
            if (business.isBusinessDay(day)) {
                Window hours = new Window(
                        Nanos.of(day.atTime(business.opens())
                                .atZone(business.zone())
                                .toInstant()),
                        Nanos.of(day.atTime(business.closes())
                                .atZone(business.zone())
                                .toInstant()));
                Window own = hours.intersect(window);
                open += own.isEmpty() ? 0 : own.to() - own.from();
            }
        }
        return open;
    }

    private long endOfBusinessDay(long start, int days, Cut cut) {
        BusinessCalendar business = clock.business();
        LocalDate day = Nanos.instant(start).atZone(business.zone()).toLocalDate();
        int left = days;
        int next = 0;
        while (true) {
            long end = Instants.startOf(day.plusDays(1), business.zone());
            while (next < cut.pauses().size() && Math.min(cut.pauses().get(next).to(), cut.until()) < end) {
                next++;
            }
            boolean paused = next < cut.pauses().size()
                    && cut.pauses().get(next).from() < end
                    && end <= Math.min(cut.pauses().get(next).to(), cut.until());
            boolean counts =
                    day.isAfter(Nanos.instant(start).atZone(business.zone()).toLocalDate());
            if (counts && !paused) {
                left--;
            }
            if (left <= 0 && !paused) {
                return end;
            }
            left = Math.max(left, days == 0 && paused ? 1 : left);
            day = Clock.nextBusinessDay(business, day.plusDays(1));
        }
    }
}
