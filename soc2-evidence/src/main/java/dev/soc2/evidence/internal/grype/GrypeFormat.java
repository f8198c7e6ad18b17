package dev.soc2.evidence.internal.grype;

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

/** JSON reports of Grype. */
public final class GrypeFormat {

    private GrypeFormat() {}

    public static EvidenceFormat format() {
        return new JsonFormat(
                "GRYPE",
                Set.of(".json"),
                Set.of(Found.TYPE, Found.ASSESSED),
                Set.of(Found.TYPE),
                Set.of("matches", "ignoredMatches"),
                true,
                options -> GrypeFormat::begin);
    }

    private static RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException {
        Optional<JsonObject> report = export.outline();
        return row -> new GrypeMatch(row, report, file).read();
    }
}
