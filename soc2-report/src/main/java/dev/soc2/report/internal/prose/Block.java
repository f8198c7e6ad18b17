package dev.soc2.report.internal.prose;

import java.util.List;
import java.util.Objects;

/** A part of a document. */
public sealed interface Block {

    /** A heading below the title: 2 for a section, 3 and 4 inside it. */
    record Heading(int level, String text) implements Block {

        /** Checks the invariants. */
        public Heading {
            Objects.requireNonNull(text, "text");
            if (level < 2 || level > 4) {
                throw new IllegalArgumentException("a heading below the title has level 2 to 4, got " + level);
            }
        }
    }

    /** Sentences. */
    record Paragraph(Line line) implements Block {}

    /** A list. */
    record Items(boolean numbered, List<Line> items) implements Block {

        /** Copies the items. */
        public Items {
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException("a list has an item");
            }
        }
    }

    /** A table; the first cell of a row names it. */
    record Table(String caption, List<String> header, List<Row> rows) implements Block {

        /** Copies the rows and checks that they have the columns of the header. */
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != header.size()) {
                    throw new IllegalArgumentException("a row has "
                            + row.cells().size() + " cells below " + header.size() + " columns: " + caption);
                }
            }
        }
    }

    /** A row of a table. */
    record Row(List<Line> cells) {

        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of plain texts. */
        public static Row of(String... cells) {
            return new Row(List.of(cells).stream().map(Line::of).toList());
        }
    }
}
