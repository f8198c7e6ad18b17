package dev.soc2.evidence.internal.table;

import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.issue.Issue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One table under a mapping: first its header, then row after row. A header that does not fit is one refused row. */
public final class TableReading {

    private final TableRules rules;
    private final Rows rows;
    private final String source;
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;
    private boolean isBegun;

    public TableReading(TableRules rules, Rows rows, String source) {
        this.rules = rules;
        this.rows = rows;
        this.source = source;
    }

    /** The next row of the table, which may be its header; false when no row can be read, as the header does not fit. */
    public boolean take(TableRow row) {
        if (isBegun) {
            body(row);
            return true;
        }
        isBegun = true;
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < row.width(); cell++) {
            names.add(rules.shape().header() ? row.text(cell).strip() : Integer.toString(cell + 1));
        }
        if (!fits(row, names)) {
            return false;
        }
        if (!rules.shape().header()) {
            body(row);
        }
        return true;
    }

    /** Refuses what stands where the next row should be; false when that was the header, without which nothing counts. */
    public boolean refuse(Issue issue) {
        rows.refuse(List.of(issue));
        if (!isBegun && rules.shape().header()) {
            isBegun = true;
            return false;
        }
        return true;
    }

    /** Ends the table. */
    public void end(Supplier<Issue> noHeader) {
        if (!isBegun && rules.shape().header()) {
            rows.refuse(List.of(noHeader.get()));
        }
    }

    private boolean fits(TableRow row, List<String> names) {
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean known = rules.columns().contains(name);
            if (columns.putIfAbsent(name, i) != null && known) {
                issues.add(wrong(row, "the column '" + name + "' stands twice", "rename one of them"));
            }
            if (!known && rules.rejectUnknownColumns()) {
                issues.add(wrong(
                        row,
                        "the mapping does not name column " + (i + 1) + " of the header",
                        "name it in the mapping, with 'drop: true' to keep it out"));
            }
        }
        for (String name : rules.columns()) {
            if (!columns.containsKey(name)) {
                issues.add(wrong(
                        row,
                        "there is no column '" + name + "', which the mapping names",
                        "correct the mapping, or its skipLines and delimiter"));
            }
        }
        width = names.size();
        if (!issues.isEmpty()) {
            rows.refuse(issues);
            return false;
        }
        rows.columnsLeftOut(
                names.stream().filter(name -> !rules.columns().contains(name)).count());
        return true;
    }

    private static Issue wrong(TableRow row, String what, String fix) {
        return ImportCode.HEADER.at(row.place(), what + "; nothing of the file was read", fix);
    }

    private void body(TableRow row) {
        if (row.width() > width || (row.width() < width && !row.mayBeShort())) {
            rows.refuse(List.of(ImportCode.CELLS.at(
                    row.place(),
                    "the row has " + row.width() + " cells, and the table has " + width + " columns",
                    "check delimiters and quotes in this row, or the header")));
            return;
        }
        NamedRow named = new NamedRow(row, columns);
        if (rules.type().leavesOut(named)) {
            rows.leaveOut();
            return;
        }
        Optional<EvidenceBuilder> record = rules.read(named, source);
        if (record.isPresent()) {
            rows.take(List.of(record.get()), row.place(), row.raw());
        } else {
            rows.refuse(named.issues());
        }
    }
}
