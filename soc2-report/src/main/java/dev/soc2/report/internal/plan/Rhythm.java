package dev.soc2.report.internal.plan;

import dev.soc2.model.control.Control;
import dev.soc2.model.engagement.ExaminationPeriod;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How often the calendar owes a control in a period: a week, month, quarter, half-year or year is owed when its last day
 * lies inside, and the control operates on that day. What depends on business days or on events is not counted ahead.
 */
final class Rhythm {

    private Rhythm() {}

    static OptionalLong owed(Control control, ExaminationPeriod period) {
        return switch (control.frequency()) {
            case WEEKLY -> count(control, period, day -> day.getDayOfWeek() == DayOfWeek.SUNDAY);
            case MONTHLY -> months(control, period, 1);
            case QUARTERLY -> months(control, period, 3);
            case SEMIANNUAL -> months(control, period, 6);
            case ANNUAL -> months(control, period, 12);
            case CONTINUOUS, MULTIPLE_PER_DAY, DAILY, BIWEEKLY, EVENT, ONE_OFF -> OptionalLong.empty();
        };
    }

    private static OptionalLong months(Control control, ExaminationPeriod period, int every) {
        return count(
                control, period, day -> day.getDayOfMonth() == day.lengthOfMonth() && day.getMonthValue() % every == 0);
    }

    private static OptionalLong count(Control control, ExaminationPeriod period, Predicate<LocalDate> endsSlot) {
        Stream<LocalDate> days = period.firstDay().datesUntil(period.lastDay().plusDays(1));
        return OptionalLong.of(
                days.filter(endsSlot).filter(control.operates()::covers).count());
    }
}
