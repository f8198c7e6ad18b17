package dev.soc2.evidence.internal.table;

import dev.soc2.model.issue.Location;
import java.util.Optional;

/** A row as its file holds it. Cells count from 0. */
public interface TableRow {

    /** Up to which cell there is something. */
    int width();

    /** Whether cells may be missing at its end, as in a sheet, which writes no empty cells. */
    default boolean mayBeShort() {
        return false;
    }

    /** The content of a cell that lies within the width; empty when there is none. */
    String text(int cell);

    /** Whether the file itself says that the cell is a day or a time, which its text then gives in ISO-8601. */
    default boolean isDated(int cell) {
        return false;
    }

    /** Why the content of a cell cannot be used; nothing for a sound cell. */
    default Optional<BrokenCell> broken(int cell) {
        return Optional.empty();
    }

    Location place();

    Location place(int cell);

    /** The row's bytes, by which its digest is made. */
    byte[] raw();

    String sha256();
}
