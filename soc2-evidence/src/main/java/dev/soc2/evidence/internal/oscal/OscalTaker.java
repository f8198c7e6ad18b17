package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import java.util.List;
import java.util.Optional;

/** Makes records of rows and hands them on. */
final class OscalTaker {

    private final ExportFile file;
    private final Rows rows;

    OscalTaker(ExportFile file, Rows rows) {
        this.file = file;
        this.rows = rows;
    }

    void take(OscalRow row, Optional<OscalContext> context, byte[] bytes, int from, int to) {
        OscalRecords records = new OscalRecords(row, file.source());
        Optional<Issue> fault = records.fault();
        if (fault.isPresent()) {
            rows.refuse(List.of(fault.get()));
        } else if (context.isEmpty()) {
            rows.refuse(List.of(ImportCode.FIELD.at(
                    row.place(),
                    "the document does not say when this was seen: it breaks off, or has neither the end of the result"
                            + " nor 'last-modified'",
                    "export it again, or declare 'extractedAt'")));
        } else {
            rows.take(records.of(context.get()), row.place(), bytes, from, to);
        }
    }
}
