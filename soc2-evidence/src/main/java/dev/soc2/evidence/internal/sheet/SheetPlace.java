package dev.soc2.evidence.internal.sheet;

import dev.soc2.model.issue.Location;

/**
 * Where a part of a sheet stands: row and column as line and column, and the path as spreadsheet programs write it.
 *
 * @param document name of the workbook
 * @param sheet name of the sheet, with nothing in it that a message should not show
 */
record SheetPlace(String document, String sheet) {

    private static final int LONGEST_NAME = 31;

    SheetPlace {
        StringBuilder shown = new StringBuilder();
        sheet.codePoints()
                .limit(LONGEST_NAME)
                .forEach(c -> shown.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c));
        sheet = shown.toString();
    }

    Location whole() {
        return Location.of(document).withPath(sheet);
    }

    Location row(int row) {
        return Location.of(document, row, 1).withPath(sheet);
    }

    Location cell(int row, int cell) {
        return Location.of(document, row, cell + 1).withPath(sheet + "!" + letters(cell) + row);
    }

    private static String letters(int cell) {
        StringBuilder letters = new StringBuilder();
        for (int rest = cell + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
