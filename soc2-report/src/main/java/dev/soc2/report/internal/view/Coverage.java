package dev.soc2.report.internal.view;

import dev.soc2.model.engagement.ExaminationPeriod;
import dev.soc2.report.internal.words.Anchors;
import dev.soc2.report.internal.words.Dates;
import dev.soc2.report.internal.words.Verdict;
import dev.soc2.report.internal.words.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Series of criteria by months: for how many of the controls the evidence of a month shows that they worked. A control
 * counts in a month when something called for it, when it was not tested, or when its evidence cannot be relied on.
 */
public record Coverage(List<Column> columns, List<Row> rows) {

    /** The signs of the table in the order in which they are explained. */
    public static final List<Verdict> LEGEND = List.of(
            Verdict.SUPPORTED,
            Verdict.NOT_SUPPORTED,
            Verdict.UNDETERMINED,
            Verdict.NOT_ASSESSED,
            Verdict.NOT_APPLICABLE);

    private static final int MONTHS_SHOWN = 24;

    /** Copies the lists. */
    public Coverage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A month; in a period of more than two years, a year. */
    public record Column(String key, String label, String brief, String year, YearMonth first, YearMonth last) {}

    /** A series. */
    public record Row(String series, String name, String anchor, List<Cell> cells) {

        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** What is not covered, neighbours that say the same taken together. */
        public List<Stretch> stretches(Words words) {
            List<Stretch> stretches = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                int start = i;
                while (i + 1 < cells.size() && cells.get(i + 1).saysTheSameAs(cells.get(start))) {
                    i++;
                }
                Cell cell = cells.get(start);
                if (!cell.notes().isEmpty()) {
                    String label = i == start
                            ? cell.label()
                            : words.text("months", cell.label(), cells.get(i).label());
                    stretches.add(new Stretch(label, cell.anchor(), cell));
                }
            }
            return stretches;
        }
    }

    /** Months in a row of which the same is to be said. */
    public record Stretch(String label, String anchor, Cell cell) {}

    /**
     * One month of one series.
     *
     * @param verdict not applicable when nothing called for any control
     * @param covered controls whose evidence shows that they worked
     * @param expected controls that count
     * @param anchor the place with more about it
     * @param label of the month
     * @param notes what keeps it from being covered, by control
     */
    public record Cell(
            Verdict verdict, int covered, int expected, String anchor, String label, List<MonthOfControl> notes) {

        /** Copies the notes. */
        public Cell {
            notes = List.copyOf(notes);
        }

        boolean saysTheSameAs(Cell other) {
            return verdict == other.verdict
                    && covered == other.covered
                    && expected == other.expected
                    && words().equals(other.words());
        }

        private Cell anchoredAt(String newAnchor) {
            return new Cell(verdict, covered, expected, newAnchor, label, notes);
        }

        private List<String> words() {
            return notes.stream().map(n -> n.control().id() + " " + n.words()).toList();
        }
    }

    /** The table of a Type II; empty for a Type I. */
    public static Optional<Coverage> of(Findings findings) {
        return findings.assessment()
                .engagement()
                .period()
                .map(period -> of(findings, columns(period, findings.dates())));
    }

    private static Coverage of(Findings findings, List<Column> columns) {
        List<Row> rows = new ArrayList<>();
        findings.series().forEach((series, criteria) -> {
            Map<String, ControlFinding> controls = new LinkedHashMap<>();
            criteria.forEach(c -> c.controls().forEach(control -> controls.put(control.id(), control)));
            if (!controls.isEmpty()) {
                List<Cell> cells = columns.stream()
                        .map(column -> cell(findings, series, column, List.copyOf(controls.values())))
                        .toList();
                String name = criteria.get(0).result().criterion().seriesName();
                rows.add(new Row(series, name, Anchors.series(series), linked(cells)));
            }
        });
        return new Coverage(columns, rows);
    }

    /** A month that says the same as the one before leads to the same place. */
    private static List<Cell> linked(List<Cell> cells) {
        List<Cell> linked = new ArrayList<>();
        for (Cell cell : cells) {
            Cell before = linked.isEmpty() ? cell : linked.get(linked.size() - 1);
            linked.add(cell.saysTheSameAs(before) ? cell.anchoredAt(before.anchor()) : cell);
        }
        return linked;
    }

    private static Cell cell(Findings findings, String series, Column column, List<ControlFinding> controls) {
        List<MonthOfControl> counting = controls.stream()
                .flatMap(c -> MonthOfControl.of(c, column, findings.dates()).stream())
                .toList();
        Verdict worst = counting.stream()
                .map(MonthOfControl::verdict)
                .min(Verdict::compareTo)
                .orElse(Verdict.NOT_APPLICABLE);
        List<MonthOfControl> notes =
                counting.stream().filter(m -> m.verdict() != Verdict.SUPPORTED).toList();
        return new Cell(
                worst,
                counting.size() - notes.size(),
                counting.size(),
                notes.isEmpty() ? Anchors.series(series) : Anchors.month(series, column.key()),
                column.label(),
                notes);
    }

    private static List<Column> columns(ExaminationPeriod period, Dates dates) {
        YearMonth first = YearMonth.from(period.firstDay());
        YearMonth last = YearMonth.from(period.lastDay());
        List<Column> columns = new ArrayList<>();
        if (!first.plusMonths(MONTHS_SHOWN).isAfter(last)) {
            for (int year = first.getYear(); year <= last.getYear(); year++) {
                String label = Integer.toString(year);
                columns.add(new Column(label, label, label, "", YearMonth.of(year, 1), YearMonth.of(year, 12)));
            }
            return columns;
        }
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            String year = month.equals(first) || month.getMonthValue() == 1 ? Integer.toString(month.getYear()) : "";
            columns.add(new Column(month.toString(), dates.month(month), dates.brief(month), year, month, month));
        }
        return columns;
    }
}
