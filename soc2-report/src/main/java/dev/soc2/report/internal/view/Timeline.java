package dev.soc2.report.internal.view;

import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.model.result.ItemOutcome;
import dev.soc2.model.result.ItemResult;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where in the period a control went wrong: a bar of a thousand units, cut into runs, with the same facts in words. */
public record Timeline(List<Run> runs, String words) {

    /** Length of the bar. */
    public static final int UNITS = 1_000;

    private static final int NARROWEST = 6;
    private static final int DATES_NAMED = 12;

    /** Copies the runs. */
    public Timeline {
        runs = List.copyOf(runs);
    }

    /** A stretch of one kind; not applicable stands for time outside the control's window. */
    public record Run(int start, int length, Verdict verdict) {

        /** What went wrong stands out by its height too, not by colour alone. */
        public int top() {
            return switch (verdict) {
                case NOT_SUPPORTED -> 0;
                case UNDETERMINED -> 4;
                case NOT_ASSESSED, SUPPORTED -> 9;
                case NOT_APPLICABLE -> 11;
            };
        }
    }

    /** The bar of a control; empty for a Type I, and when nothing of it has a time. */
    public static Optional<Timeline> of(ControlFinding control, Findings findings) {
        return findings.assessment().engagement().period().flatMap(period -> of(control, period, findings.dates()));
    }

    private static Optional<Timeline> of(ControlFinding control, ExaminationPeriod period, Dates dates) {
        Verdict[] units = new Verdict[UNITS];
        Arrays.fill(units, Verdict.NOT_APPLICABLE);
        paint(units, period, control.result().from(), control.result().to(), Verdict.SUPPORTED, 0);
        boolean any = paint(units, period, control, ItemOutcome.UNDETERMINED, Verdict.UNDETERMINED);
        any |= paint(units, period, control, ItemOutcome.DEVIATION, Verdict.NOT_SUPPORTED);
        if (!any) {
            return Optional.empty();
        }
        return Optional.of(new Timeline(runs(units), words(control, dates)));
    }

    private static boolean paint(
            Verdict[] units, ExaminationPeriod period, ControlFinding control, ItemOutcome outcome, Verdict verdict) {
        boolean any = false;
        for (ControlFinding.Line line : control.lines(outcome)) {
            ItemResult item = line.item();
            Optional<Instant> start = ControlFinding.moment(item);
            if (start.isPresent()) {
                Instant end = item.at().filter(at -> at.isAfter(start.get())).orElse(start.get());
                paint(units, period, start.get(), end, verdict, NARROWEST);
                any = true;
            }
        }
        return any;
    }

    private static void paint(
            Verdict[] units, ExaminationPeriod period, Instant from, Instant to, Verdict verdict, int narrowest) {
        int start = Math.min(unit(period, from), UNITS - Math.max(1, narrowest));
        int end = Math.min(UNITS, Math.max(unit(period, to), start + narrowest));
        for (int i = Math.max(0, start); i < end; i++) {
            units[i] = verdict;
        }
    }

    private static int unit(ExaminationPeriod period, Instant instant) {
        Duration whole = Duration.between(period.start(), period.end());
        Duration part = Duration.between(period.start(), instant);
        long unit = part.toSeconds() * UNITS / whole.toSeconds();
        return (int) Math.max(0, Math.min(UNITS, unit));
    }

    private static List<Run> runs(Verdict[] units) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= UNITS; i++) {
            if (i == UNITS || units[i] != units[start]) {
                runs.add(new Run(start, i - start, units[start]));
                start = i;
            }
        }
        return runs;
    }

    private static String words(ControlFinding control, Dates dates) {
        List<String> days = days(control, ItemOutcome.DEVIATION, dates);
        Words words = control.words();
        String text = days.isEmpty() ? words.text("dated.none") : words.text("dated.exceptions", named(days, words));
        List<String> unknown = days(control, ItemOutcome.UNDETERMINED, dates);
        return unknown.isEmpty() ? text : text + " " + words.text("dated.undetermined", named(unknown, words));
    }

    private static List<String> days(ControlFinding control, ItemOutcome outcome, Dates dates) {
        return control.lines(outcome).stream()
                .flatMap(line -> ControlFinding.day(line.item()).stream())
                .map(dates::local)
                .distinct()
                .sorted()
                .map(dates::day)
                .toList();
    }

    private static String named(List<String> days, Words words) {
        String first = days.stream().limit(DATES_NAMED).collect(Collectors.joining(", "));
        return days.size() <= DATES_NAMED ? first : words.text("dated.more", first, days.size() - DATES_NAMED);
    }
}
