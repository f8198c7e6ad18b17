package dev.soc2.rules.oracle.a;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The slots of a calendar in New York, from the day of their beginning to the day after their end. */
final class OracleSlots {

    /** A slot of whole days; `name` as in items and in `coversPeriod`. */
    record Slot(String name, LocalDate first, LocalDate after) {

        Instant start() {
            return first.atStartOfDay(OracleCase.ZONE).toInstant();
        }

        Instant end() {
            return after.atStartOfDay(OracleCase.ZONE).toInstant();
        }
    }

    private OracleSlots() {}

    /** All slots that begin in the years 2023 to 2026, in order. */
    static List<Slot> all(String unit) {
        List<Slot> slots = new ArrayList<>();
        LocalDate day = unit.equals("WEEK")
                ? LocalDate.of(2023, 1, 1).with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : LocalDate.of(2023, 1, 1);
        while (day.getYear() < 2027) {
            LocalDate after =
                    switch (unit) {
                        case "WEEK" -> day.plusWeeks(1);
                        case "MONTH" -> day.plusMonths(1);
                        case "QUARTER" -> day.plusMonths(3);
                        case "HALF_YEAR" -> day.plusMonths(6);
                        case "YEAR" -> day.plusYears(1);
                        default -> day.plusDays(1);
                    };
            if (!unit.equals("BUSINESS_DAY") || OracleClock.isBusinessDay(day)) {
                slots.add(new Slot(name(unit, day), day, after));
            }
            day = after;
        }
        return slots;
    }

    private static String name(String unit, LocalDate day) {
        return switch (unit) {
            case "WEEK" ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "MONTH" -> day.toString().substring(0, 7);
            case "QUARTER" -> day.getYear() + "-Q" + (day.getMonthValue() / 3 + 1);
            case "HALF_YEAR" -> day.getYear() + "-H" + (day.getMonthValue() / 6 + 1);
            case "YEAR" -> Integer.toString(day.getYear());
            default -> day.toString();
        };
    }
}
