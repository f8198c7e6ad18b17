package dev.soc2.rules.internal.engine;

import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.OutcomeCounts;
import dev.soc2.rules.internal.timeline.Nanos;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes by the months of a window that items touch. */
final class Months {

    private final Window window;
    private final List<YearMonth> months = new ArrayList<>();
    /** First instant of each month, as far as it lies inside the window. */
    private final long[] starts;

    private final List<Tally> counts = new ArrayList<>();

    Months(Window window, ZoneId zone) {
        this.window = window;
        List<Long> begun = new ArrayList<>();
        if (!window.isEmpty()) {
            YearMonth month = YearMonth.from(Nanos.instant(window.from()).atZone(zone));
            long start = window.from();
            while (start < window.to()) {
                months.add(month);
                begun.add(start);
                counts.add(new Tally());
                month = month.plusMonths(1);
                start = Instants.startOf(month.atDay(1), zone);
            }
        }
        starts = begun.stream().mapToLong(Long::longValue).toArray();
    }

    /** Counts an outcome in each month that a span touches, and conforming in the rest of what was watched. */
    void count(ItemOutcome outcome, Window span, Window watched) {
        int from = first(span);
        int to = last(span);
        for (int month = from; month <= to; month++) {
            counts.get(month).add(outcome);
        }
        for (int month = first(watched); month <= last(watched); month++) {
            if (month < from || month > to) {
                counts.get(month).add(ItemOutcome.CONFORMING);
            }
        }
    }

    /** Counts conforming in each month that a span touches. */
    void conforming(long from, long to) {
        long first = Math.max(from, window.from());
        long behind = Math.min(to, window.to());
        if (first < behind) {
            int last = monthOf(behind - 1);
            for (int month = monthOf(first); month <= last; month++) {
                counts.get(month).add(ItemOutcome.CONFORMING);
            }
        }
    }

    /** The first month that a span touches; behind the last one when it touches none. */
    private int first(Window span) {
        Window inside = span.intersect(window);
        return inside.isEmpty() ? starts.length : monthOf(inside.from());
    }

    private int last(Window span) {
        Window inside = span.intersect(window);
        return inside.isEmpty() ? -1 : monthOf(inside.to() - 1);
    }

    private int monthOf(long instant) {
        int place = Arrays.binarySearch(starts, instant);
        return place >= 0 ? place : -place - 2;
    }

    /** The counts of each month that was touched. */
    Map<YearMonth, OutcomeCounts> touched() {
        Map<YearMonth, OutcomeCounts> touched = new TreeMap<>();
        for (int month = 0; month < starts.length; month++) {
            OutcomeCounts own = counts.get(month).counts();
            if (!own.equals(OutcomeCounts.NONE)) {
                touched.put(months.get(month), own);
            }
        }
        return touched;
    }
}
