package dev.soc2.evidence.internal.sheet;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import java.util.ArrayList;
import java.util.List;

/** The rows of a sheet, one after the other, and what is worth knowing about them. */
final class SheetRows {

    private static final int MOST_CELLS = 2_000;
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final String FIX = "save the workbook again with a spreadsheet program";

    /** Takes rows in their order; answers whether more are wanted. */
    interface Taker {
        boolean row(SheetRow row);

        boolean refused(Issue issue);
    }

    private final PartXml xml;
    private final CellReader reader;
    private final SheetPlace place;
    private final int skipped;
    private int row;
    private long characters;
    private int formulasOfRow;
    private long formulas;
    private long hiddenRows;
    private long hiddenColumns;
    private long mergedRanges;

    SheetRows(PartXml xml, CellReader reader, SheetPlace place, int skipped) {
        this.xml = xml;
        this.reader = reader;
        this.place = place;
        this.skipped = skipped;
    }

    void read(Taker taker) {
        boolean goesOn = true;
        while (goesOn && xml.nextElement()) {
            switch (xml.name()) {
                case "row" -> goesOn = row(taker);
                case "col" -> hiddenColumns += xml.flag("hidden") ? hidden() : 0;
                case "mergeCell" -> mergedRanges++;
                default -> {
                    // Views, widths, pictures and the like say nothing about values.
                }
            }
        }
    }

    private void skip() {
        int outer = xml.depth();
        boolean isInside = true;
        while (isInside) {
            isInside = xml.nextInside(outer);
        }
    }

    private int hidden() {
        int first = NumberKinds.number(xml, "min");
        return Math.max(1, Math.min(MOST_CELLS, NumberKinds.number(xml, "max") - first + 1));
    }

    private boolean row(Taker taker) {
        int number = xml.attribute("r").isPresent() ? NumberKinds.number(xml, "r") : row + 1;
        boolean isHidden = xml.flag("hidden");
        if (number <= row || number > MOST_ROWS) {
            skip();
            return taker.refused(
                    ImportCode.SHEET.at(place.row(row), "the row behind this one does not count on from it", FIX));
        }
        row = number;
        characters = 0;
        formulasOfRow = 0;
        List<SheetCell> cells = new ArrayList<>();
        boolean isSound = cells(cells);
        if (row <= skipped) {
            return true;
        }
        if (!isSound) {
            return taker.refused(ImportCode.SHEET.at(
                    place.row(row),
                    characters > MOST_CHARACTERS
                            ? "the row has more than " + MOST_CHARACTERS + " characters"
                            : "the cells of the row are out of order, or there are more than " + MOST_CELLS,
                    FIX));
        }
        SheetRow read = new SheetRow(place, row, cells);
        if (read.width() == 0) {
            return true;
        }
        hiddenRows += isHidden ? 1 : 0;
        formulas += formulasOfRow;
        return taker.row(read);
    }

    /** Reads the cells of the row that was begun; false when they are not as they must be. */
    private boolean cells(List<SheetCell> cells) {
        int outer = xml.depth();
        boolean isSound = true;
        while (xml.nextInside(outer)) {
            if (!xml.name().equals("c") || xml.depth() != outer + 1) {
                continue;
            }
            int column = xml.attribute("r").map(this::column).orElse(cells.size());
            SheetCell cell = cell();
            characters += cell.text().length();
            isSound &=
                    column >= cells.size() && (column < MOST_CELLS || cell.isBlank()) && characters <= MOST_CHARACTERS;
            if (isSound && column < MOST_CELLS) {
                while (cells.size() < column) {
                    cells.add(SheetCell.EMPTY);
                }
                cells.add(cell);
            }
        }
        return isSound;
    }

    private SheetCell cell() {
        String type = xml.attribute("t").orElse("n");
        int style = NumberKinds.number(xml, "s");
        int outer = xml.depth();
        String value = "";
        SheetCell inline = SheetCell.EMPTY;
        boolean isFormula = false;
        while (xml.nextInside(outer)) {
            switch (xml.name()) {
                case "v" -> value = xml.text(SheetCell.LONGEST);
                case "is" -> inline = CellReader.text(SharedTexts.rich(xml));
                case "f" -> isFormula = true;
                default -> {
                    // Extensions.
                }
            }
        }
        formulasOfRow += isFormula ? 1 : 0;
        return type.equals("inlineStr") ? inline : reader.read(type, style, value, isFormula);
    }

    /** The column of a reference such as {@code AB7}, from 0; -1 when it is none of this row. */
    private int column(String reference) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && at < 3 && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z') {
            column = column * 26 + reference.charAt(at++) - 'A' + 1;
        }
        return reference.substring(at).equals(Integer.toString(row)) ? column - 1 : -1;
    }

    long formulas() {
        return formulas;
    }

    long hiddenRows() {
        return hiddenRows;
    }

    long hiddenColumns() {
        return hiddenColumns;
    }

    long mergedRanges() {
        return mergedRanges;
    }
}
