package dev.soc2.report.internal.table;

import dev.soc2.report.internal.words.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP
 * asks; quotes alone do not help against that. Numbers stay numbers.
 */
public final class CsvTable {

    // Full-width forms are folded into the plain signs by some programs.
    private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private CsvTable() {}

    /** Writes the table with its header. */
    public static void write(Sheet sheet, OutputStream out) {
        try {
            out.write(line(sheet.columns().stream()
                    .map(column -> Cell.of(column.title()))
                    .toList()));
            sheet.rows().stream().forEach(row -> {
                try {
                    out.write(line(row));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] line(List<Cell> row) {
        return (row.stream().map(CsvTable::cell).collect(Collectors.joining(",")) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Figure figure) {
            return figure.value().toPlainString();
        }
        String text = Visible.of(((Cell.Text) cell).value());
        String safe = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
