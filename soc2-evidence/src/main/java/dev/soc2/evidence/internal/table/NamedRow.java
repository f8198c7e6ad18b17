package dev.soc2.evidence.internal.table;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row whose cells have names, and what was found wrong with them. Messages name columns and never quote a cell. */
final class NamedRow {

    private final TableRow row;
    private final Map<String, Integer> columns;
    private final Set<Issue> issues = new LinkedHashSet<>();

    NamedRow(TableRow row, Map<String, Integer> columns) {
        this.row = row;
        this.columns = columns;
    }

    /** The content of a cell as it stands there; an empty or blank cell is no content. */
    Optional<String> cell(String column) {
        Integer index = columns.get(column);
        if (index == null || index >= row.width()) {
            return Optional.empty();
        }
        Optional<BrokenCell> broken = row.broken(index);
        if (broken.isPresent()) {
            fault(ImportCode.CELL, column, broken.get().what(), broken.get().fix());
            return Optional.empty();
        }
        return Optional.of(row.text(index)).filter(text -> !text.isBlank());
    }

    /** As {@link #cell}, and nothing there is a fault. */
    Optional<String> needed(String column) {
        int before = issues.size();
        Optional<String> text = cell(column);
        if (text.isEmpty() && issues.size() == before && !isBroken(column)) {
            fault(ImportCode.REQUIRED, column, "the cell is empty", "fill the cell in at its source");
        }
        return text;
    }

    private boolean isBroken(String column) {
        Integer index = columns.get(column);
        return index != null && index < row.width() && row.broken(index).isPresent();
    }

    /** Whether the file itself says that the column's cell is a day or a time. */
    boolean isDated(String column) {
        Integer index = columns.get(column);
        return index != null && index < row.width() && row.isDated(index);
    }

    void fault(ImportCode code, String column, String what, String fix) {
        Location at = row.place(columns.getOrDefault(column, 0));
        issues.add(code.at(at, "column '" + column + "': " + what, fix));
    }

    String sha256() {
        return row.sha256();
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }
}
