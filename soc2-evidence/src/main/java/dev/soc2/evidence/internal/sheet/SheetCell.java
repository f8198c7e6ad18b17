package dev.soc2.evidence.internal.sheet;

import dev.soc2.evidence.internal.table.BrokenCell;
import java.util.Optional;

/**
 * What a cell holds.
 *
 * @param text its value; empty when there is none
 * @param isDated whether that is a day or time, by the cell's format
 * @param broken why it cannot be used
 */
record SheetCell(String text, boolean isDated, Optional<BrokenCell> broken) {

    /** The most characters that a cell can hold by the format's own rules. */
    static final int LONGEST = 32_767;

    static final SheetCell EMPTY = new SheetCell("", false, Optional.empty());

    static SheetCell of(String text) {
        return text.isEmpty() ? EMPTY : new SheetCell(text, false, Optional.empty());
    }

    static SheetCell dated(String iso) {
        return new SheetCell(iso, true, Optional.empty());
    }

    static SheetCell broken(String text, String what, String fix) {
        return new SheetCell(text, false, Optional.of(new BrokenCell(what, fix)));
    }

    boolean isBlank() {
        return broken.isEmpty() && text.isBlank();
    }
}
