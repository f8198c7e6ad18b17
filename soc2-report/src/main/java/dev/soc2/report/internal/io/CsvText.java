package dev.soc2.report.internal.io;

import java.util.ArrayList;
import java.util.List;

/** Splits CSV (RFC 4180) that this library wrote, or that a spreadsheet program saved of it. */
public final class CsvText {

    /**
     * A row.
     *
     * @param line the line in which it begins, from 1
     * @param cells its cells, quotes resolved
     */
    public record Row(int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** A cell, without the apostrophe that keeps it from being a formula; empty when the row is shorter. */
        public String cell(int column) {
            String cell = column < cells.size() ? cells.get(column) : "";
            return cell.startsWith("'") ? cell.substring(1) : cell;
        }
    }

    private CsvText() {}

    /** The rows that are not blank. */
    public static List<Row> rows(String csv) {
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begun = 1;
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            boolean end = i == text.length();
            if (quoted && !end) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(cell.toString().stripTrailing());
                cell.setLength(0);
                if (!(cells.size() == 1 && cells.get(0).isBlank())) {
                    rows.add(new Row(begun, cells));
                }
                cells.clear();
                begun = line + 1;
            } else if (c != '\r') {
                cell.append(c);
            }
            line += c == '\n' ? 1 : 0;
        }
        return List.copyOf(rows);
    }
}
