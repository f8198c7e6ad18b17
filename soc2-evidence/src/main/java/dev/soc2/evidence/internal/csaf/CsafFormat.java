package dev.soc2.evidence.internal.csaf;

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

/** Advisories in the Common Security Advisory Framework, version 2. */
public final class CsafFormat {

    private CsafFormat() {}

    public static EvidenceFormat format() {
        return new JsonFormat(
                "CSAF",
                Set.of(".json"),
                Set.of(Found.ASSESSED),
                Set.of(),
                Set.of("vulnerabilities"),
                true,
                options -> CsafFormat::begin);
    }

    private static RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException {
        Optional<JsonObject> document = export.outline().filter(whole -> whole.has("document.csaf_version"));
        Optional<CsafProducts> products = document.map(CsafProducts::of);
        return row -> read(row, document, products, file);
    }

    private static Outcome read(
            JsonRecord row, Optional<JsonObject> document, Optional<CsafProducts> products, ExportFile file) {
        if (document.isEmpty() || products.isEmpty()) {
            RowFaults faults = new RowFaults(row.place());
            faults.add("this is no CSAF document, or it breaks off", "check that this is a CSAF document");
            return faults.refused();
        }
        return row.array().isEmpty()
                ? new Outcome.Rowless()
                : new CsafVulnerability(row, document.get(), products.get(), file).read();
    }
}
