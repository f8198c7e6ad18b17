package dev.soc2.evidence.internal.trivy;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.findings.CheckState;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON reports of Trivy, schema 2, and those of its cluster scans. */
public final class TrivyFormat {

    static final String VULNERABILITIES = ".Vulnerabilities";
    static final String MISCONFIGURATIONS = ".Misconfigurations";
    static final String SECRETS = ".Secrets";
    static final String MODIFIED = ".ExperimentalModifiedFindings";

    private static final Set<String> REPORT = Set.of("SchemaVersion", "ArtifactName", "ClusterName", "Results");

    private TrivyFormat() {}

    public static EvidenceFormat format() {
        Set<String> arrays = Stream.of(
                        "Results", "Resources.Results", "Vulnerabilities.Results", "Misconfigurations.Results")
                .flatMap(results -> Stream.of(VULNERABILITIES, MISCONFIGURATIONS, SECRETS, MODIFIED)
                        .map(kind -> results + kind))
                .collect(Collectors.toUnmodifiableSet());
        return new JsonFormat(
                "TRIVY",
                Set.of(".json"),
                Set.of(Found.TYPE, Found.ASSESSED, CheckState.TYPE),
                Set.of(),
                arrays,
                true,
                options -> TrivyFormat::begin);
    }

    private static RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException {
        Optional<JsonObject> report = export.outline();
        return row -> read(row, report, file);
    }

    private static Outcome read(JsonRecord row, Optional<JsonObject> report, ExportFile file) {
        boolean isReport =
                report.filter(whole -> REPORT.stream().anyMatch(whole::has)).isPresent();
        if (isReport && row.array().isEmpty()) {
            return new Outcome.Rowless();
        }
        if (!isReport) {
            RowFaults faults = new RowFaults(row.place());
            faults.add(
                    "this is no report of Trivy's schema 2, or it breaks off",
                    "export it with 'trivy --format json' of a version from 0.20 on");
            return faults.refused();
        }
        return new TrivyFinding(row, report.orElseThrow(), file).read();
    }
}
