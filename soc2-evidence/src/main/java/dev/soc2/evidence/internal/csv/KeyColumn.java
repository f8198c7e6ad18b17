package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.internal.file.FileReading;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.table.TableShape;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One column of a CSV file, or a list with one entry a line; what is empty there is passed over. */
public final class KeyColumn {

    private final InputFile file;
    private final Optional<String> column;
    private final Faults faults;

    public KeyColumn(InputFile file, Optional<String> column, Faults faults) {
        this.file = file;
        this.column = column;
        this.faults = faults;
    }

    /** Hands on what the column holds; answers the file's SHA-256. */
    public String read(Consumer<String> keys) {
        return FileReading.read(file, count -> {}, in -> read(in, keys));
    }

    private void read(InputStream in, Consumer<String> keys) {
        CsvReader reader = new CsvReader(file.document(), in, TableShape.DEFAULT);
        byte[] head = reader.peek(FileSignature.LENGTH);
        boolean marked = FileSignature.isUtf8Mark(head);
        Optional<Issue> otherKind = marked ? Optional.empty() : FileSignature.refuse(file.document(), head);
        if (otherKind.isPresent()) {
            faults.add(otherKind.get());
            return;
        }
        reader.begin(marked ? 3 : 0);
        int index = 0;
        if (column.isPresent()) {
            List<String> header = reader.next(faults::add)
                    .map(row -> row.cells().stream().map(String::strip).toList())
                    .orElse(List.of());
            index = header.indexOf(column.get());
            if (index < 0) {
                faults.add(ImportCode.HEADER.at(
                        Location.of(file.document(), 1, 1),
                        "there is no column '" + column.get() + "'",
                        "name a column of the header in 'reconcile'"));
                return;
            }
        }
        Optional<CsvRow> row = reader.next(faults::add);
        while (row.isPresent()) {
            if (index < row.get().width() && !row.get().text(index).isBlank()) {
                keys.accept(row.get().text(index).strip());
            }
            row = reader.next(faults::add);
        }
    }
}
