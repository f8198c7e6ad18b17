package dev.soc2.report.internal.xlsx;

import dev.soc2.report.internal.io.ZipParts;
import dev.soc2.report.internal.table.Cell;
import dev.soc2.report.internal.table.Sheet;
import dev.soc2.report.internal.words.Figures;
import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Visible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as an XLSX workbook: a header that stays in sight, filters, and texts that are texts. A formula is never
 * written. The workbook is held in memory while it is made.
 */
public final class WorkbookWriter {

    /** What a cell can hold. */
    static final int LONGEST = 32_767;

    /** Rows of a sheet, its header and a line about the rest left out. */
    static final int MOST_ROWS = 1_048_574;

    private static final String CORE = "docProps/core.xml";
    private static final String HEAD = "E8EAED";
    /** Characters across a printed page that can still be read. */
    private static final int PAGE = 170;

    private static final int WIDEST_VALIDATED = 5_000;

    private WorkbookWriter() {}

    /**
     * Writes the tables. The stream stays open.
     *
     * @param phrases the texts of tables
     * @param made what the workbook says about when it was made
     */
    public static void write(List<Sheet> sheets, String title, Phrases phrases, Instant made, OutputStream out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (Workbook workbook = new Workbook(bytes, "dev.soc2", "1.0")) {
            workbook.properties().setTitle(xml(title, phrases));
            for (Sheet sheet : sheets) {
                write(workbook.newWorksheet(sheet.name()), sheet, phrases);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        withoutClock(bytes.toByteArray(), made, out);
    }

    private static void write(Worksheet page, Sheet sheet, Phrases phrases) throws IOException {
        int columns = sheet.columns().size();
        RowHeight head = new RowHeight();
        for (int c = 0; c < columns; c++) {
            page.width(c, sheet.columns().get(c).width());
            page.inlineString(0, c, sheet.columns().get(c).title());
            head.holds(sheet.columns().get(c).title(), sheet.columns().get(c).width());
        }
        heighten(page, 0, head);
        page.range(0, 0, 0, columns - 1)
                .style()
                .bold()
                .fillColor(HEAD)
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        page.freezePane(0, 1);
        page.repeatRows(0);
        page.pageOrientation("landscape");
        page.setFitToPage(true);
        int characters = sheet.columns().stream().mapToInt(Sheet.Column::width).sum();
        page.fitToWidth((short) ((characters + PAGE - 1) / PAGE));
        page.fitToHeight((short) 0);
        int written = rows(page, sheet, phrases);
        page.setAutoFilter(0, 0, Math.max(1, written), columns - 1);
        for (int c = 0; c < columns; c++) {
            List<String> choices = sheet.columns().get(c).choices();
            if (!choices.isEmpty()) {
                page.range(1, c, Math.min(Math.max(1, written), WIDEST_VALIDATED), c)
                        .validateWithListByFormula('"' + String.join(",", choices) + '"')
                        // Any other style is written in the machine's language.
                        .errorStyle(DataValidationErrorStyle.STOP);
            }
        }
        page.finish();
    }

    private static int rows(Worksheet page, Sheet sheet, Phrases phrases) throws IOException {
        int row = 0;
        long left = 0;
        try (var stream = sheet.rows().stream()) {
            for (Iterator<List<Cell>> rows = stream.iterator(); rows.hasNext(); ) {
                List<Cell> cells = rows.next();
                if (row < MOST_ROWS) {
                    row++;
                    RowHeight height = new RowHeight();
                    for (int c = 0; c < cells.size(); c++) {
                        String text = cell(page, row, c, cells.get(c), phrases);
                        height.holds(text, sheet.columns().get(c).width());
                    }
                    heighten(page, row, height);
                } else {
                    left++;
                }
            }
        }
        if (left > 0) {
            page.inlineString(row + 1, 0, phrases.count("rows.more", left));
        }
        return row;
    }

    private static void heighten(Worksheet page, int row, RowHeight height) {
        if (height.isMoreThanOneLine()) {
            page.rowHeight(row, height.points());
        }
    }

    /** Writes a cell; the text that has to find room in it. */
    private static String cell(Worksheet page, int row, int column, Cell cell, Phrases phrases) {
        if (cell instanceof Cell.Figure figure) {
            page.value(row, column, figure.value());
            return "";
        }
        String text = xml(((Cell.Text) cell).value(), phrases);
        if (!text.isEmpty()) {
            page.inlineString(row, column, text);
            page.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
        return text;
    }

    /** A text as a cell can hold it; what is cut says so. */
    static String xml(String text, Phrases phrases) {
        String visible = Visible.of(text);
        if (visible.length() <= LONGEST) {
            return visible;
        }
        String note = phrases.text("cut", Figures.grouped(visible.length()));
        int end = LONGEST - note.length();
        return visible.substring(0, Character.isHighSurrogate(visible.charAt(end - 1)) ? end - 1 : end) + note;
    }

    /** Copies the archive; the one part that carries the machine's clock gets the instant that was handed in. */
    private static void withoutClock(byte[] workbook, Instant made, OutputStream out) {
        try {
            ZipOutputStream copy = new ZipOutputStream(out, StandardCharsets.UTF_8);
            ArchiveParts.of(
                    workbook, (name, bytes) -> copy(name, name.equals(CORE) ? stamped(bytes, made) : bytes, copy));
            copy.finish();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String name, byte[] bytes, ZipOutputStream copy) {
        try {
            copy.putNextEntry(ZipParts.entry(name));
            copy.write(bytes);
            copy.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] stamped(byte[] core, Instant made) {
        return new String(core, StandardCharsets.UTF_8)
                .replaceAll(
                        "(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms)",
                        "$1" + made.truncatedTo(ChronoUnit.SECONDS) + "$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
