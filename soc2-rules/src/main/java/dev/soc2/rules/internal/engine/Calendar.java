package dev.soc2.rules.internal.engine;

import dev.soc2.model.engagement.BusinessCalendar;
import dev.soc2.rules.internal.timeline.Nanos;
import dev.soc2.rules.rule.CadenceUnit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cuts a zone's calendar into slots. Every slot is computed from its own first day, never from the slot before. */
final class Calendar {

    /**
     * One slot.
     *
     * @param id its written form: {@code 2025-03-09}, {@code 2025-W10}, {@code 2025-03}, {@code 2025-Q1}, {@code 2025-H1}
     *     or {@code 2025}; fiscal years are named after the calendar year in which they begin
     * @param firstDay its first local date
     * @param start its first instant
     * @param end the instant after its last one
     */
    record Slot(String id, LocalDate firstDay, long start, long end) {}

    private final CadenceUnit unit;
    private final ZoneId zone;
    private final Month fiscalStart;
    private final Optional<BusinessCalendar> business;

    Calendar(CadenceUnit unit, ZoneId zone, Month fiscalStart, Optional<BusinessCalendar> business) {
        this.unit = unit;
        this.zone = zone;
        this.fiscalStart = fiscalStart;
        this.business = business;
    }

    /** The slot that a day belongs to; for business days the next one when the day is none. */
    Slot slotOf(LocalDate day) {
        LocalDate first = firstDay(day);
        LocalDate next = nextFirstDay(first);
        LocalDate endDay = unit == CadenceUnit.BUSINESS_DAY ? first.plusDays(1) : next;
        return new Slot(id(first), first, Instants.startOf(first, zone), Instants.startOf(endDay, zone));
    }

    Slot slotAt(long instant) {
        return slotOf(Nanos.instant(instant).atZone(zone).toLocalDate());
    }

    Slot following(Slot slot) {
        return slotOf(nextFirstDay(slot.firstDay()));
    }

    Slot preceding(Slot slot) {
        if (unit == CadenceUnit.BUSINESS_DAY) {
            LocalDate day = slot.firstDay().minusDays(1);
            for (int i = 0; i < 3_660 && !isWorked(day); i++) {
                day = day.minusDays(1);
            }
            return slotOf(day);
        }
        return slotOf(slot.firstDay().minusDays(1));
    }

    /** The slots that end after the start of a window and not after its end. */
    List<Slot> endingIn(Window window) {
        List<Slot> slots = new ArrayList<>();
        Slot slot = slotAt(window.from());
        while (slot.end() <= window.from()) {
            slot = following(slot);
        }
        while (slot.end() <= window.to()) {
            slots.add(slot);
            slot = following(slot);
        }
        return slots;
    }

    /** The slots that share time with a window. */
    List<Slot> touching(Window window) {
        List<Slot> slots = new ArrayList<>();
        Slot slot = slotAt(window.from());
        while (slot.start() < window.to()) {
            if (slot.end() > window.from()) {
                slots.add(slot);
            }
            slot = following(slot);
        }
        return slots;
    }

    private boolean isWorked(LocalDate day) {
        return business.map(b -> b.isBusinessDay(day)).orElse(true);
    }

    private LocalDate firstDay(LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case BUSINESS_DAY ->
                business.map(b -> Clock.nextBusinessDay(b, day)).orElse(day);
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> fiscalFirst(day, 3);
            case HALF_YEAR -> fiscalFirst(day, 6);
            case YEAR -> fiscalFirst(day, 12);
        };
    }

    private LocalDate nextFirstDay(LocalDate first) {
        return switch (unit) {
            case DAY -> first.plusDays(1);
            case BUSINESS_DAY ->
                business.map(b -> Clock.nextBusinessDay(b, first.plusDays(1))).orElse(first.plusDays(1));
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case HALF_YEAR -> first.plusMonths(6);
            case YEAR -> first.plusMonths(12);
        };
    }

    private LocalDate fiscalFirst(LocalDate day, int months) {
        int sinceStart = Math.floorMod(day.getMonthValue() - fiscalStart.getValue(), 12);
        return day.withDayOfMonth(1).minusMonths(sinceStart % months);
    }

    private int fiscalYear(LocalDate first) {
        return first.getMonthValue() >= fiscalStart.getValue() ? first.getYear() : first.getYear() - 1;
    }

    private String id(LocalDate first) {
        int part = Math.floorMod(first.getMonthValue() - fiscalStart.getValue(), 12);
        return switch (unit) {
            case DAY, BUSINESS_DAY -> first.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        first.get(IsoFields.WEEK_BASED_YEAR),
                        first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", first.getYear(), first.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", fiscalYear(first), part / 3 + 1);
            case HALF_YEAR -> String.format(Locale.ROOT, "%04d-H%d", fiscalYear(first), part / 6 + 1);
            case YEAR -> String.format(Locale.ROOT, "%04d", fiscalYear(first));
        };
    }
}
