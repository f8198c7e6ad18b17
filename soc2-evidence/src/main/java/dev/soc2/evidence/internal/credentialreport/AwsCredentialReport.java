package dev.soc2.evidence.internal.credentialreport;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.csv.CsvReader;
import dev.soc2.evidence.internal.csv.CsvRow;
import dev.soc2.evidence.internal.file.FileSignature;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.table.TableShape;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The credential report of an AWS account: a table in CSV with columns that AWS fixed, one user a row. */
public final class AwsCredentialReport implements EvidenceFormat {

    static final String TYPE = "iam.account.state";

    @Override
    public String name() {
        return "AWS_CREDENTIAL_REPORT";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".csv");
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        Optional<String> system = options.name("system");
        return Optional.of(new ExportReader() {
            @Override
            public Set<String> types() {
                return Set.of(TYPE);
            }

            @Override
            public String mediaType() {
                return "text/csv";
            }

            @Override
            public ExportReading begin(Rows rows) {
                return file -> read(file, rows, system);
            }
        });
    }

    private static void read(ExportFile file, Rows rows, Optional<String> system) throws IOException {
        try (InputStream in = file.content()) {
            CsvReader reader = new CsvReader(file.document(), in, TableShape.DEFAULT);
            Optional<Issue> otherKind = FileSignature.refuse(file.document(), reader.peek(FileSignature.LENGTH));
            if (otherKind.isPresent()) {
                rows.refuse(List.of(otherKind.get()));
                return;
            }
            reader.begin(0);
            List<Issue> broken = new ArrayList<>();
            Optional<CsvRow> header = reader.next(broken::add);
            if (!broken.isEmpty()) {
                rows.refuse(List.of(broken.get(0)));
                return;
            }
            Optional<ReportColumns> columns = header.flatMap(row -> ReportColumns.of(row.cells()));
            if (columns.isEmpty()) {
                rows.refuse(List.of(ImportCode.HEADER.at(
                        Location.of(file.document(), 1, 1),
                        "the header lacks a column that every credential report has, of "
                                + String.join(", ", ReportColumns.NEEDED),
                        "download the credential report again, and import it as it is")));
                return;
            }
            rows.columnsLeftOut(columns.get().unknown());
            users(reader, columns.get(), file, rows, system);
        }
    }

    private static void users(
            CsvReader reader, ReportColumns columns, ExportFile file, Rows rows, Optional<String> system) {
        List<Issue> refused = new ArrayList<>();
        Optional<CsvRow> row = reader.next(refused::add);
        if (row.isEmpty() && refused.isEmpty()) {
            rows.refuse(List.of(ImportCode.BROKEN_OFF.at(
                    Location.of(file.document()),
                    "the report lists no user, not even the root user, whom every account has",
                    "download the credential report again")));
        }
        refused.forEach(issue -> rows.refuse(List.of(issue)));
        while (row.isPresent()) {
            new ReportUser(row.get(), columns, file).end(rows, system);
            row = reader.next(issue -> rows.refuse(List.of(issue)));
        }
    }
}
