package dev.soc2.evidence.internal.sarif;

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
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Location;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** SARIF logs, versions 2.1 and 2.2. */
public final class SarifFormat {

    private static final Set<String> VERSIONS = Set.of("2.1.0", "2.2", "2.2.0");

    private SarifFormat() {}

    public static EvidenceFormat format() {
        return new JsonFormat(
                "SARIF",
                Set.of(".sarif", ".json"),
                Set.of(Found.TYPE),
                Set.of(Found.TYPE),
                Set.of("runs.results"),
                true,
                options -> {
                    Map<String, String> severities =
                            new TreeMap<>(options.pairs("severities").orElse(Map.of()));
                    return new Opened(severities);
                });
    }

    private record Opened(Map<String, String> severities) implements JsonFormat.Opened {

        @Override
        public String query() {
            return severities.isEmpty() ? "" : "severities " + severities;
        }

        @Override
        public RowReader begin(ExportFile file, JsonExport export, Rows rows) throws IOException {
            Optional<JsonObject> log = export.outline();
            List<Optional<SarifRun>> runs =
                    log.filter(SarifFormat::isLog).map(SarifRun::all).orElse(List.of());
            log.ifPresent(whole -> check(file, whole, runs, rows));
            return row -> read(row, file, runs);
        }

        private Outcome read(JsonRecord row, ExportFile file, List<Optional<SarifRun>> runs) {
            if (row.array().isEmpty()) {
                // A log without results: whether that is sound was told when the file began.
                return new Outcome.Rowless();
            }
            int index = row.indices().get(0);
            if (index >= runs.size() || runs.get(index).isEmpty()) {
                RowFaults faults = new RowFaults(row.place());
                faults.add(
                        "the log around this result cannot be read, so that nothing tells its tool and its time",
                        "export the log again, as SARIF 2.1.0");
                return faults.refused();
            }
            return new SarifResult(row, runs.get(index).get(), file, severities).read();
        }
    }

    private static boolean isLog(JsonObject log) {
        return log.text("version").filter(VERSIONS::contains).isPresent() && log.has("runs");
    }

    /** Silence is told from absence: a run that lists no results, be it an empty list, did not say that it looked. */
    private static void check(ExportFile file, JsonObject log, List<Optional<SarifRun>> runs, Rows rows) {
        if (!isLog(log)) {
            refuse(
                    rows,
                    Location.of(file.document()),
                    "this is no SARIF log of version 2.1.0 or 2.2",
                    "export it as SARIF 2.1.0");
        } else if (runs.isEmpty()) {
            refuse(
                    rows,
                    Location.of(file.document()).withPath("runs"),
                    "the log holds no run, so that it does not say that anybody looked",
                    "export the log of a run of the tool");
        }
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).filter(SarifRun::hasResults).isEmpty()) {
                refuse(
                        rows,
                        Location.of(file.document()).withPath("runs[" + i + "]"),
                        "the run has no results, not even an empty list, so that it does not say that it looked",
                        "export the run with its results");
            } else if (runs.get(i).filter(SarifRun::failed).isPresent()) {
                refuse(
                        rows,
                        Location.of(file.document()).withPath("runs[" + i + "].invocations"),
                        "the run says that it failed, so that what it did not find may be there",
                        "run the tool again");
            }
        }
    }

    private static void refuse(Rows rows, Location place, String what, String fix) {
        rows.refuse(List.of(ImportCode.FIELD.at(place, what, fix)));
    }
}
