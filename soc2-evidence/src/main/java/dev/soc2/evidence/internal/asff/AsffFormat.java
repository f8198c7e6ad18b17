package dev.soc2.evidence.internal.asff;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.findings.CheckState;
import dev.soc2.evidence.internal.findings.Found;
import dev.soc2.evidence.internal.findings.JsonFormat;
import dev.soc2.evidence.internal.findings.RowReader;
import dev.soc2.evidence.internal.json.JsonExport;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Findings of AWS Security Hub: as its interface lists them, as an array, as JSON Lines, or as events of a bus. */
public final class AsffFormat {

    private static final Set<String> ARRAYS = Set.of("Findings", "findings", "detail.findings", "detail.Findings");

    private AsffFormat() {}

    public static EvidenceFormat format() {
        return new JsonFormat(
                "ASFF",
                Set.of(".json", ".jsonl", ".ndjson", ".asff"),
                Set.of(CheckState.TYPE, Found.TYPE, AsffFinding.ALERT),
                Set.of(),
                ARRAYS,
                false,
                AsffFormat::open);
    }

    private static JsonFormat.Opened open(FormatOptions options) {
        Optional<ZoneId> zone = options.zone("zone");
        return new JsonFormat.Opened() {
            @Override
            public RowReader begin(ExportFile file, JsonExport export, Rows rows) {
                return row -> new AsffFinding(row, file.source(), zone).read();
            }

            @Override
            public String query() {
                return zone.map(name -> "zone " + name).orElse("");
            }
        };
    }
}
