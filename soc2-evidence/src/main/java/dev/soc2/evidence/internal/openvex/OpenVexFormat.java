package dev.soc2.evidence.internal.openvex;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.JsonFormat;
import dev.soc2.evidence.internal.findings.RowReader;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** OpenVEX documents, versions 0.0.1 to 0.2.0. */
public final class OpenVexFormat {

    private OpenVexFormat() {}

    public static EvidenceFormat format() {
        return new JsonFormat(
                "OPENVEX",
                Set.of(".json", ".vex"),
                Set.of(Found.ASSESSED),
                Set.of(),
                Set.of("statements"),
                true,
                options -> OpenVexFormat::begin);
    }

    private static RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException {
        Optional<JsonObject> document = export.outline();
        return row -> new OpenVexStatement(row, document, file).read();
    }
}
