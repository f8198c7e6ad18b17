package dev.soc2.report.internal.table;

import java.math.BigDecimal;

/** What stands in a cell: a text, which is never anything else, or a number. */
public sealed interface Cell {

    /** A text, which may be empty. */
    record Text(String value) implements Cell {}

    /** A number. */
    record Figure(BigDecimal value) implements Cell {}

    static Cell of(String text) {
        return new Text(text);
    }

    static Cell of(long number) {
        return new Figure(BigDecimal.valueOf(number));
    }
}
