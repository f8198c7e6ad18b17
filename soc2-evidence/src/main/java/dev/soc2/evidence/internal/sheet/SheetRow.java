package dev.soc2.evidence.internal.sheet;

import dev.soc2.evidence.internal.table.BrokenCell;
import dev.soc2.evidence.internal.table.TableRow;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.document.tree.JsonText;
import dev.soc2.model.issue.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A row of a sheet. It has no bytes that mean anything by themselves, as its texts and formats stand elsewhere in the
 * workbook; what stands for them is the list of its values as JSON, which is the same wherever the row is moved.
 */
final class SheetRow implements TableRow {

    private final SheetPlace place;
    private final int number;
    private final List<SheetCell> cells;

    /** The cells up to the last that holds something. */
    SheetRow(SheetPlace place, int number, List<SheetCell> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        this.place = place;
        this.number = number;
        this.cells = List.copyOf(cells.subList(0, width));
    }

    @Override
    public int width() {
        return cells.size();
    }

    @Override
    public boolean mayBeShort() {
        return true;
    }

    @Override
    public String text(int cell) {
        return cells.get(cell).text();
    }

    @Override
    public boolean isDated(int cell) {
        return cells.get(cell).isDated();
    }

    @Override
    public Optional<BrokenCell> broken(int cell) {
        return cells.get(cell).broken();
    }

    @Override
    public Location place() {
        return place.row(number);
    }

    @Override
    public Location place(int cell) {
        return place.cell(number, cell);
    }

    @Override
    public byte[] raw() {
        StringBuilder json = new StringBuilder("[");
        for (SheetCell cell : cells) {
            json.append(json.length() > 1 ? "," : "");
            if (cell.text().isEmpty()) {
                json.append("null");
            } else {
                JsonText.quote(cell.text(), json);
            }
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String sha256() {
        return Sha256.hex(raw());
    }
}
