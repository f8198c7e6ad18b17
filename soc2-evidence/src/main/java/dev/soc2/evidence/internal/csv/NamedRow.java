package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row whose cells have names, and what was found wrong with them. Messages name columns and never quote a cell. */
final class NamedRow {

    private final CsvRow row;
    private final Map<String, Integer> columns;
    private final CsvPlace place;
    private final List<Issue> issues = new ArrayList<>();

    NamedRow(CsvRow row, Map<String, Integer> columns, CsvPlace place) {
        this.row = row;
        this.columns = columns;
        this.place = place;
    }

    /** The content of a cell as it stands there; an empty or blank cell is no content. */
    Optional<String> cell(String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.cells().size()
                ? Optional.empty()
                : Optional.of(row.cells().get(index)).filter(text -> !text.isBlank());
    }

    /** As {@link #cell}, and nothing there is a fault. */
    Optional<String> needed(String column) {
        Optional<String> text = cell(column);
        if (text.isEmpty()) {
            fault(ImportCode.REQUIRED, column, "the cell is empty", "fill the cell in at its source");
        }
        return text;
    }

    void fault(ImportCode code, String column, String what, String fix) {
        Location at = place.cell(row, columns.getOrDefault(column, 0));
        issues.add(code.at(at, "column '" + column + "': " + what, fix));
    }

    void fault(ImportCode code, String what, String fix) {
        issues.add(code.at(location(), what, fix));
    }

    Location location() {
        return place.at(row.line(), "", 0);
    }

    int line() {
        return row.line();
    }

    RawRecord raw() {
        return row.raw();
    }

    String sha256() {
        return row.raw().sha256();
    }

    List<Issue> issues() {
        return List.copyOf(issues);
    }
}
