package dev.soc2.evidence.internal.kev;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.findings.JsonFormat;
import dev.soc2.evidence.internal.findings.RowReader;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonObject;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** The catalogue as JSON. Its days are days of UTC unless a zone is declared. */
public final class KevFormat {

    private KevFormat() {}

    public static EvidenceFormat format() {
        return new JsonFormat(
                "KEV",
                Set.of(".json"),
                Set.of(KevEntry.TYPE),
                Set.of(KevEntry.TYPE),
                Set.of("vulnerabilities"),
                true,
                KevFormat::open);
    }

    private static JsonFormat.Opened open(FormatOptions options) {
        ZoneId zone = options.zone("zone").orElse(ZoneOffset.UTC);
        return new JsonFormat.Opened() {
            @Override
            public RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException {
                Optional<JsonObject> catalog = export.outline().filter(whole -> whole.has("catalogVersion"));
                return row -> new KevEntry(row, catalog, file, zone).read();
            }

            @Override
            public String query() {
                return "zone " + zone;
            }
        };
    }
}
