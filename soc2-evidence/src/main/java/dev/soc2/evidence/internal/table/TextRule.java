package dev.soc2.evidence.internal.table;

import java.util.Optional;
import java.util.Set;

/** Where a text comes from: the same for every row, or a cell. */
sealed interface TextRule {

    Optional<String> read(NamedRow row);

    Set<String> columns();

    record Constant(String text) implements TextRule {
        @Override
        public Optional<String> read(NamedRow row) {
            return Optional.of(text);
        }

        @Override
        public Set<String> columns() {
            return Set.of();
        }
    }

    record Column(String column) implements TextRule {
        @Override
        public Optional<String> read(NamedRow row) {
            return row.cell(column);
        }

        @Override
        public Set<String> columns() {
            return Set.of(column);
        }
    }
}
