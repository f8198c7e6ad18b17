package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.table.TableShape;
import dev.soc2.model.issue.Location;

/** Where a part of a row stands in the file. */
final class CsvPlace {

    private final String document;
    private final TableShape shape;

    CsvPlace(String document, TableShape shape) {
        this.document = document;
        this.shape = shape;
    }

    /** The place of a cell, by its number from 0. */
    Location cell(CsvRow row, int cell) {
        String text = row.text();
        boolean quoted = false;
        int cells = 0;
        int at = 0;
        while (at < text.length() && cells < cell) {
            char c = text.charAt(at++);
            // A doubled quote opens and closes, which leaves the cell where it was.
            if (c == shape.quote() && (quoted || startsCell(text, at - 1))) {
                quoted = !quoted;
            } else if (c == shape.delimiter() && !quoted) {
                cells++;
            }
        }
        return at(row.line(), text, at);
    }

    /** The place of a character of a row that begins in a line. */
    Location at(int firstLine, String text, int offset) {
        String before = text.substring(0, Math.min(offset, text.length()));
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int lineStart = before.lastIndexOf('\n') + 1;
        return Location.of(document, firstLine + lines, before.codePointCount(lineStart, before.length()) + 1);
    }

    private boolean startsCell(String text, int at) {
        return at == 0 || text.charAt(at - 1) == shape.delimiter() || text.charAt(at - 1) == shape.quote();
    }
}
