package dev.soc2.evidence.internal.cyclonedx;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.JsonFormat;
import dev.soc2.evidence.internal.findings.Outcome;
import dev.soc2.evidence.internal.findings.RowFaults;
import dev.soc2.evidence.internal.findings.RowReader;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** CycloneDX documents, version 1.4 and later. One that lists no vulnerabilities has no rows and proves nothing. */
public final class CycloneDxFormat {

    private CycloneDxFormat() {}

    public static EvidenceFormat format() {
        return new JsonFormat(
                "CYCLONEDX",
                Set.of(".json", ".cdx"),
                Set.of(Found.TYPE, Found.ASSESSED),
                false,
                Set.of("vulnerabilities"),
                true,
                options -> CycloneDxFormat::begin);
    }

    private static RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException {
        Optional<JsonObject> document = export.outline().filter(CycloneDxFormat::isBom);
        Optional<BomRecords> records = document.map(BomJson::bom).map(bom -> new BomRecords(bom, file));
        return row -> read(row, records);
    }

    /** The XML form knows its name by its namespace; the JSON form has said it in a field since version 1.2. */
    private static boolean isBom(JsonObject document) {
        return document.text("bomFormat").filter("CycloneDX"::equals).isPresent();
    }

    private static Outcome read(JsonRecord row, Optional<BomRecords> records) {
        if (records.isEmpty()) {
            RowFaults faults = new RowFaults(row.place());
            faults.add(
                    "this is no CycloneDX document, or it breaks off or has more than 16 MiB beside its vulnerabilities",
                    "check that this is a CycloneDX document, and that it is whole");
            return faults.refused();
        }
        return row.array().isEmpty()
                ? new Outcome.Rowless()
                : records.get().of(BomJson.vulnerability(row.value()), row.place());
    }
}
