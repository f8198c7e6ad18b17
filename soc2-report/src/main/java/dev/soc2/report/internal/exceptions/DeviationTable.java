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
                column(words, "id", 14),
                column(words, "control", 14),
                column(words, "title", 34),
                column(words, "test", 8),
                column(words, "found", 8),
                column(words, "of", 8),
                column(words, "first", 14),
                column(words, "last", 14),
                column(words, "criteria", 18),
                column(words, "class", 14),
                column(words, "facts", 50),
                column(words, "cause", 40),
                column(words, "compensating", 24),
                column(words, "response", 50),
                column(words, "owner", 20),
                column(words, "due", 14),
                column(words, "status", 24));
        return new Sheet(
                words.text("sheet"),
                columns,
                () -> Register.of(findings).stream().map(entry -> row(entry, words)));
    }

    private static Column column(RegisterWords words, String key, int width) {
        return new Column(words.text("column." + key), width, List.of());
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
