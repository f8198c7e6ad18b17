package dev.soc2.report.internal.exceptions;

import dev.soc2.report.internal.exceptions.Register.Entry;
import dev.soc2.report.internal.table.Cell;
import dev.soc2.report.internal.table.Sheet;
import dev.soc2.report.internal.table.Sheet.Column;
import dev.soc2.report.internal.view.Findings;
import dev.soc2.report.internal.view.Presentation;
import java.util.List;

/** The register as a table. */
public final class DeviationTable {

    private DeviationTable() {}

    /** One row for each line. */
    public static Sheet of(Findings findings, Presentation presentation) {
        RegisterWords words = new RegisterWords(findings, presentation);
        List<Column> columns = List.of(
                column(words, "column.id", 14),
                column(words, "column.control", 14),
                column(words, "column.title", 34),
                column(words, "column.test", 8),
                column(words, "column.found", 8),
                column(words, "column.of", 8),
                column(words, "column.first", 14),
                column(words, "column.last", 14),
                column(words, "column.criteria", 18),
                column(words, "column.class", 14),
                column(words, "column.facts", 50),
                column(words, "column.cause", 40),
                column(words, "column.compensating", 24),
                column(words, "column.response", 50),
                column(words, "column.owner", 20),
                column(words, "column.due", 14),
                column(words, "column.status", 24));
        return new Sheet(
                "exceptions",
                words.text("sheet"),
                columns,
                () -> Register.of(findings).stream().map(entry -> row(entry, words)));
    }

    /** What a workbook with the table is called. */
    public static String title(Findings findings, Presentation presentation) {
        return new RegisterWords(findings, presentation).text("title", findings.subject());
    }

    private static Column column(RegisterWords words, String key, int width) {
        return new Column(words.text(key), width, List.of());
    }

    private static List<Cell> row(Entry entry, RegisterWords words) {
        boolean counted = entry.of() > 0;
        return List.of(
                Cell.of(entry.id()),
                Cell.of(entry.about()),
                Cell.of(entry.title()),
                Cell.of(entry.test()),
                counted ? Cell.of(entry.found()) : Cell.of(""),
                counted ? Cell.of(entry.of()) : Cell.of(""),
                Cell.of(words.day(entry.first())),
                Cell.of(words.day(entry.last())),
                Cell.of(String.join(", ", entry.criteria())),
                Cell.of(words.of(entry.kind())),
                Cell.of(Register.facts(entry)),
                Cell.of(words.cause(entry)),
                Cell.of(words.compensating(entry)),
                Cell.of(words.response(entry)),
                Cell.of(words.owner(entry)),
                Cell.of(words.day(entry.due())),
                Cell.of(words.status(entry)));
    }
}
