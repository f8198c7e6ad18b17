package dev.soc2.evidence.internal.csv;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line the line in which it begins
 * @param cells its cells, quotes resolved
 * @param text the row as written
 * @param sha256 SHA-256 of its raw bytes without the line end
 */
record CsvRow(int line, List<String> cells, String text, String sha256) {

    CsvRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
