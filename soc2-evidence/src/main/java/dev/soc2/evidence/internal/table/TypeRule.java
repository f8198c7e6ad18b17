package dev.soc2.evidence.internal.table;

import dev.soc2.evidence.internal.outcome.ImportCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What type of evidence a row is.
 *
 * @param constant the type of every row, when there is no column for it
 * @param column the column that tells it, when there is no constant
 * @param values type by content of the cell; empty: the cell holds the type itself
 * @param ignore contents of the cell whose rows are none of the population's
 */
record TypeRule(Optional<String> constant, Optional<String> column, Map<String, String> values, Set<String> ignore) {

    TypeRule {
        values = Map.copyOf(values);
        ignore = Set.copyOf(ignore);
        if (constant.isPresent() == column.isPresent()) {
            throw new IllegalArgumentException("a type is constant or stands in a column");
        }
    }

    boolean leavesOut(NamedRow row) {
        return column.flatMap(row::cell).filter(ignore::contains).isPresent();
    }

    Optional<String> read(NamedRow row) {
        if (constant.isPresent()) {
            return constant;
        }
        String name = column.orElseThrow();
        Optional<String> cell = row.needed(name);
        if (values.isEmpty() || cell.isEmpty()) {
            return cell;
        }
        Optional<String> type = cell.map(values::get);
        if (type.isEmpty()) {
            row.fault(
                    ImportCode.UNMAPPED,
                    name,
                    "the mapping has no type for this value",
                    "add the value under type.values, or under type.ignore if such rows do not belong");
        }
        return type;
    }

    /** The types that rows can have, as far as the mapping tells. */
    Set<String> types() {
        Set<String> types = new TreeSet<>(values.values());
        constant.ifPresent(types::add);
        return types;
    }
}
