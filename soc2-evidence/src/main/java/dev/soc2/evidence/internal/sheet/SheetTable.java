package dev.soc2.evidence.internal.sheet;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.archive.Archive;
import dev.soc2.evidence.internal.archive.ArchiveException;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.table.TableReading;
import dev.soc2.evidence.internal.table.TableRules;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Sheets of workbooks read by a mapping. A workbook that cannot be read, or has no such sheet, is one refused row; one
 * that breaks in the middle of a sheet keeps the rows before.
 */
public final class SheetTable implements ExportReading {

    /** Name of the importer, as provenance and receipts show it. */
    public static final String IMPORTER = "XLSX";

    /** What stands for the bytes of a row: the list of its values. */
    public static final String MEDIA_TYPE = "application/json";

    private final TableRules rules;
    private final SheetChoice choice;
    private final Rows rows;

    public SheetTable(TableRules rules, SheetChoice choice, Rows rows) {
        this.rules = rules;
        this.choice = choice;
        this.rows = rows;
    }

    @Override
    public void read(ExportFile file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.content()) {
            bytes = Archive.bytes(in);
        }
        try {
            read(file, new Workbook(file.document(), bytes));
        } catch (ArchiveException e) {
            rows.refuse(e.issues());
        }
    }

    private void read(ExportFile file, Workbook workbook) {
        Optional<SheetEntry> chosen = choice.of(workbook.sheets());
        if (chosen.isEmpty()) {
            rows.refuse(List.of(noSheet(file.document(), workbook.sheets())));
            return;
        }
        SheetEntry sheet = chosen.get();
        SheetPlace place = new SheetPlace(file.document(), sheet.name());
        TableReading table = new TableReading(rules, rows, file.source());
        try (PartXml xml = workbook.open(sheet.part())) {
            SheetRows found =
                    new SheetRows(xml, workbook.cells(), place, rules.shape().skipLines());
            try {
                found.read(new Taking(table));
            } finally {
                rows.note("formulas", found.formulas());
                rows.note("hiddenRows", found.hiddenRows());
                rows.note("hiddenColumns", found.hiddenColumns());
                rows.note("mergedRanges", found.mergedRanges());
            }
        }
        rows.note("hiddenSheets", sheet.isHidden() ? 1 : 0);
        rows.note("externalLinks", workbook.externalLinks());
        table.end(() -> ImportCode.HEADER.at(
                place.whole(), "the sheet has no header row", "check the sheet, or skipLines in the mapping"));
    }

    private Issue noSheet(String document, List<SheetEntry> sheets) {
        String names = String.join(
                ", ",
                sheets.stream()
                        .limit(20)
                        .map(sheet -> "'" + new SheetPlace("", sheet.name()).sheet() + "'")
                        .toList());
        return ImportCode.SHEET.at(
                Location.of(document),
                choice.equals(SheetChoice.ONLY)
                        ? "the workbook has " + sheets.size() + " sheets, and no option 'sheet' names one"
                        : "the workbook has no such sheet; nothing of it was read",
                "name one of " + names + ", or its number");
    }

    private record Taking(TableReading table) implements SheetRows.Taker {
        @Override
        public boolean row(SheetRow row) {
            return table.take(row);
        }

        @Override
        public boolean refused(Issue issue) {
            return table.refuse(issue);
        }
    }
}
