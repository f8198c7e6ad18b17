package dev.soc2.quickstart.acme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One piece of the calendar in which something is owed: from its first day to the day after its last. */
record Slot(String id, LocalDate first, LocalDate after) {

    /** The quarters of the year, with the one before and the one after. */
    static List<Slot> quarters() {
        List<Slot> slots = new ArrayList<>();
        for (LocalDate first = AcmeTime.FIRST.minusMonths(3); slots.size() < 6; first = first.plusMonths(3)) {
            String id = first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
            slots.add(new Slot(id, first, first.plusMonths(3)));
        }
        return slots;
    }

    /** The halves of the year, with the one before and the one after. */
    static List<Slot> halves() {
        List<Slot> slots = new ArrayList<>();
        for (LocalDate first = AcmeTime.FIRST.minusMonths(6); slots.size() < 4; first = first.plusMonths(6)) {
            slots.add(
                    new Slot(first.getYear() + "-H" + (first.getMonthValue() < 7 ? 1 : 2), first, first.plusMonths(6)));
        }
        return slots;
    }

    /** The months of the year, with the one before and the one after. */
    static List<Slot> months() {
        List<Slot> slots = new ArrayList<>();
        for (LocalDate first = AcmeTime.FIRST.minusMonths(1); slots.size() < 14; first = first.plusMonths(1)) {
            slots.add(new Slot(YearMonth.from(first).toString(), first, first.plusMonths(1)));
        }
        return slots;
    }

    /** The weeks that end in the year, with the one before and the one after. */
    static List<Slot> weeks() {
        List<Slot> slots = new ArrayList<>();
        LocalDate first = LocalDate.of(2024, 12, 23);
        for (; !first.isAfter(LocalDate.of(2025, 12, 29)); first = first.plusWeeks(1)) {
            String id = String.format(
                    Locale.ROOT,
                    "%d-W%02d",
                    first.get(IsoFields.WEEK_BASED_YEAR),
                    first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            slots.add(new Slot(id, first, first.plusWeeks(1)));
        }
        return slots;
    }

    Instant start() {
        return AcmeTime.midnight(first);
    }

    Instant end() {
        return AcmeTime.midnight(after);
    }

    /** The instant at which a share of the slot, in percent, has gone by. */
    Instant share(int percent) {
        long seconds = start().until(end(), ChronoUnit.SECONDS);
        return start().plusSeconds(seconds * percent / 100);
    }
}
