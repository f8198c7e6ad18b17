package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.format.RawRecord;
import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line the line in which it begins
 * @param cells its cells, quotes resolved
 * @param text the row as written
 * @param raw its bytes as they arrived, without the line end
 */
public record CsvRow(int line, List<String> cells, String text, RawRecord raw) {

    public CsvRow {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
