package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.table.TableRow;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.issue.Location;
import java.util.List;

/** A row as it stands in the file: the line in which it begins, its cells with quotes resolved, and its bytes. */
public final class CsvRow implements TableRow {

    private final int line;
    private final List<String> cells;
    private final String text;
    private final byte[] raw;
    private final CsvPlace place;

    /** The bytes are the row's own from now on. */
    CsvRow(int line, List<String> cells, String text, byte[] raw, CsvPlace place) {
        this.line = line;
        this.cells = List.copyOf(cells);
        this.text = text;
        this.raw = raw;
        this.place = place;
    }

    public int line() {
        return line;
    }

    public List<String> cells() {
        return cells;
    }

    /** The row as written. */
    String text() {
        return text;
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    @Override
    public int width() {
        return cells.size();
    }

    @Override
    public String text(int cell) {
        return cells.get(cell);
    }

    @Override
    public Location place() {
        return place.at(line, "", 0);
    }

    @Override
    public Location place(int cell) {
        return place.cell(this, cell);
    }

    @Override
    public byte[] raw() {
        return raw;
    }

    @Override
    public String sha256() {
        return Sha256.hex(raw);
    }
}
