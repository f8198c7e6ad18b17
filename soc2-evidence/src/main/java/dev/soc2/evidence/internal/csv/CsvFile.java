package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.file.FileReading;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One CSV file read by a mapping. A file whose header does not fit the mapping counts as one bad row. */
public final class CsvFile {

    private record Table(Map<String, Integer> columns, int width) {}

    private final InputFile file;
    private final CsvRules rules;
    private final String source;

    public CsvFile(InputFile file, CsvRules rules, String source) {
        this.file = file;
        this.rules = rules;
        this.source = source;
    }

    /** Reads the file; answers its SHA-256. */
    public String read(LongConsumer advanced, Intake intake) {
        return FileReading.read(file, advanced, in -> rows(in, intake));
    }

    private void rows(InputStream in, Intake intake) {
        CsvReader reader = new CsvReader(file.document(), in, rules.shape());
        byte[] head = reader.peek(FileSignature.LENGTH);
        // Spreadsheet programs put a mark before UTF-8 in every CSV file they write.
        boolean marked =
                FileSignature.isUtf8Mark(head) && rules.shape().charset().equals(StandardCharsets.UTF_8);
        Optional<Issue> otherKind = marked ? Optional.empty() : FileSignature.refuse(file.document(), head);
        if (otherKind.isPresent()) {
            intake.refuse(List.of(otherKind.get()));
            return;
        }
        reader.begin(marked ? 3 : 0);
        if (rules.shape().header()) {
            header(reader, intake).ifPresent(table -> body(reader, table, intake));
        } else {
            firstRow(reader, intake);
        }
    }

    private Optional<Table> header(CsvReader reader, Intake intake) {
        List<Issue> broken = new ArrayList<>();
        Optional<CsvRow> row = reader.next(broken::add);
        if (!broken.isEmpty()) {
            // Whatever follows a header that cannot be read is no header, and no row without one means anything.
            intake.refuse(List.of(broken.get(0)));
            return Optional.empty();
        }
        if (row.isEmpty()) {
            intake.refuse(List.of(ImportCode.HEADER.at(
                    Location.of(file.document()),
                    "the file has no header row",
                    "export it with a header, or check skipLines in the mapping")));
            return Optional.empty();
        }
        return fitting(row.get(), row.get().cells().stream().map(String::strip).toList(), intake);
    }

    private void firstRow(CsvReader reader, Intake intake) {
        Optional<CsvRow> row = reader.next(issue -> intake.refuse(List.of(issue)));
        row.ifPresent(first -> {
            List<String> numbers = new ArrayList<>();
            first.cells().forEach(cell -> numbers.add(Integer.toString(numbers.size() + 1)));
            fitting(first, numbers, intake).ifPresent(table -> {
                row(first, table, intake);
                body(reader, table, intake);
            });
        });
    }

    /** The columns by name, if every one that the mapping names is there once. */
    private Optional<Table> fitting(CsvRow row, List<String> names, Intake intake) {
        Map<String, Integer> columns = new HashMap<>();
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
        if (!issues.isEmpty()) {
            intake.refuse(issues);
            return Optional.empty();
        }
        intake.columnsLeftOut(
                names.stream().filter(name -> !rules.columns().contains(name)).count());
        return Optional.of(new Table(columns, names.size()));
    }

    private Issue wrong(CsvRow row, String what, String fix) {
        return ImportCode.HEADER.at(
                Location.of(file.document(), row.line(), 1), what + "; nothing of the file was read", fix);
    }

    private void body(CsvReader reader, Table table, Intake intake) {
        Optional<CsvRow> row = reader.next(issue -> intake.refuse(List.of(issue)));
        while (row.isPresent()) {
            row(row.get(), table, intake);
            row = reader.next(issue -> intake.refuse(List.of(issue)));
        }
    }

    private void row(CsvRow row, Table table, Intake intake) {
        if (row.cells().size() != table.width()) {
            intake.refuse(List.of(ImportCode.CELLS.at(
                    Location.of(file.document(), row.line(), 1),
                    "the row has " + row.cells().size() + " cells, and the table has " + table.width() + " columns",
                    "check delimiters and quotes in this row")));
            return;
        }
        NamedRow named = new NamedRow(row, table.columns(), new CsvPlace(file.document(), rules.shape()));
        if (rules.type().leavesOut(named)) {
            intake.leaveOut();
            return;
        }
        Optional<Evidence> record = rules.read(named, source);
        if (record.isPresent()) {
            intake.take(record.get(), row.raw());
        } else {
            intake.refuse(named.issues());
        }
    }
}
