package dev.soc2.report.internal.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * One table: an id, a name, columns, and rows that are made when they are written.
 *
 * @param id what a file of it is called, in every language
 * @param name its name, at most 31 letters, digits and blanks
 * @param columns its columns, in order
 * @param rows the rows, each with as many cells as there are columns
 */
public record Sheet(String id, String name, List<Column> columns, Rows rows) {

    /** Makes the rows, as often as they are asked for. */
    @FunctionalInterface
    public interface Rows {
        Stream<List<Cell>> stream();
    }

    /**
     * A column.
     *
     * @param title what stands in its header
     * @param width its width in characters
     * @param choices the only words that a cell may hold when a person fills it in; empty when anything may
     */
    public record Column(String title, int width, List<String> choices) {

        public Column {
            choices = List.copyOf(choices);
        }

        static Column of(String title, int width) {
            return new Column(title, width, List.of());
        }
    }

    public Sheet {
        if (!id.matches("[a-z-]+") || !name.matches("[\\p{L}0-9 ]{1,31}") || columns.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is no table");
        }
        columns = List.copyOf(columns);
    }
}
