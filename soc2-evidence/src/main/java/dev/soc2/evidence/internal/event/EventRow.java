package dev.soc2.evidence.internal.event;

import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.EvidenceBuilder;
import java.util.List;
import java.util.Optional;

/** One row of a log: its fields, and the ways in which it may end. */
public final class EventRow {

    private final JsonRecord row;
    private final ExportFile file;
    private final Rows rows;

    public EventRow(JsonRecord row, ExportFile file, Rows rows) {
        this.row = row;
        this.file = file;
        this.rows = rows;
    }

    public JsonObject value() {
        return row.value();
    }

    public ExportFile file() {
        return file;
    }

    public String source() {
        return file.source();
    }

    /** What names the row: its own id, else its source and the digest of its bytes. */
    public String id(Optional<String> own) {
        return own.orElseGet(() -> source() + ":"
                + Sha256.hex(
                        row.slice().bytes(), row.slice().from(), row.slice().to()));
    }

    public void take(List<EvidenceBuilder> records) {
        rows.take(
                records,
                row.place(),
                row.slice().bytes(),
                row.slice().from(),
                row.slice().to());
    }

    /** Leaves the row out, which is shown to be no event. */
    public void leaveOut() {
        rows.leaveOut();
    }

    public void refuse(ImportCode code, String what, String fix) {
        rows.refuse(List.of(code.at(row.place(), what, fix)));
    }

    /** Refuses a row that lacks what every row of its kind has. */
    public void refuseWithout(String field, String kind) {
        refuse(
                ImportCode.FIELD,
                "the row has no `" + field + "`, which " + kind + " has",
                "check that this is an export of this kind");
    }
}
