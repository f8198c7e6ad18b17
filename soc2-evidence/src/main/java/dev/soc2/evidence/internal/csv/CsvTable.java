package dev.soc2.evidence.internal.csv;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.table.TableReading;
import dev.soc2.evidence.internal.table.TableRules;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CSV files read by a mapping. A file whose header does not fit the mapping counts as one bad row. */
public final class CsvTable implements ExportReading {

    /** Name of the importer, as provenance and receipts show it. */
    public static final String IMPORTER = "CSV";

    public static final String MEDIA_TYPE = "text/csv";

    private final TableRules rules;
    private final Rows rows;

    public CsvTable(TableRules rules, Rows rows) {
        this.rules = rules;
        this.rows = rows;
    }

    @Override
    public void read(ExportFile file) throws IOException {
        try (InputStream in = file.content()) {
            read(file, new CsvReader(file.document(), in, rules.shape()));
        }
    }

    private void read(ExportFile file, CsvReader reader) {
        byte[] head = reader.peek(FileSignature.LENGTH);
        // Spreadsheet programs put a mark before UTF-8 in every CSV file they write.
        boolean marked =
                FileSignature.isUtf8Mark(head) && rules.shape().charset().equals(StandardCharsets.UTF_8);
        Optional<Issue> otherKind = marked ? Optional.empty() : FileSignature.refuse(file.document(), head);
        if (otherKind.isPresent()) {
            rows.refuse(List.of(otherKind.get()));
            return;
        }
        reader.begin(marked ? 3 : 0);
        TableReading table = new TableReading(rules, rows, file.source());
        boolean goesOn = true;
        boolean isLast = false;
        while (goesOn && !isLast) {
            List<Issue> broken = new ArrayList<>();
            Optional<CsvRow> row = reader.next(broken::add);
            for (int i = 0; goesOn && i < broken.size(); i++) {
                // Whatever follows a header that cannot be read is no header, and no row without one means anything.
                goesOn = table.refuse(broken.get(i));
            }
            isLast = row.isEmpty();
            goesOn = goesOn && (isLast || table.take(row.get()));
        }
        table.end(() -> ImportCode.HEADER.at(
                Location.of(file.document()),
                "the file has no header row",
                "export it with a header, or check skipLines in the mapping"));
    }
}
