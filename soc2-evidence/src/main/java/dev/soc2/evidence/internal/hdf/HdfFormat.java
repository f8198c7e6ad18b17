package dev.soc2.evidence.internal.hdf;

import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.format.ExportFile;
import dev.soc2.evidence.format.ExportReader;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.FormatOptions;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.evidence.internal.outcome.ImportCode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reports of InSpec and of the converters to its format, and lists of attestations in JSON or YAML. */
public final class HdfFormat implements EvidenceFormat {

    static final String STATE = "asset.state";
    static final String OBSERVATION = "assessment.observation";

    @Override
    public String name() {
        return "HDF";
    }

    @Override
    public Set<String> endings() {
        return Set.of(".json", ".yaml", ".yml");
    }

    @Override
    public Optional<ExportReader> open(FormatOptions options) {
        return Optional.of(new Reader(options.name("subject")));
    }

    private record Reader(Optional<String> subject) implements ExportReader {

        @Override
        public Set<String> types() {
            return Set.of(STATE, OBSERVATION);
        }

        @Override
        public String query() {
            return subject.map(s -> "subject=" + s).orElse("");
        }

        @Override
        public ExportReading begin(Rows rows) {
            return file -> {
                String name = file.document().toLowerCase(Locale.ROOT);
                if (name.endsWith(".json")) {
                    read(file, rows);
                } else {
                    new AttestationYaml(file, rows).read();
                }
            };
        }

        private void read(ExportFile file, Rows rows) throws IOException {
            JsonExport export = new JsonExport(file, Set.of("profiles.controls"));
            Optional<HdfReport> report = export.outline().map(outline -> new HdfReport(outline, subject, file));
            export.read(rows, row -> take(row, report, file, rows));
        }

        private static void take(JsonRecord row, Optional<HdfReport> report, ExportFile file, Rows rows) {
            if (!row.array().isEmpty()) {
                control(row, report, file, rows);
            } else if (row.value().has("control_id")) {
                attestation(row, file, rows);
            } else if (!isEmptyReport(row.value())) {
                rows.refuse(List.of(ImportCode.OTHER_KIND.at(
                        row.place(),
                        "the value is neither a report with profiles nor an attestation of a control",
                        "check that this is an export of HDF")));
            }
        }

        /** A report without a control has no row. */
        private static boolean isEmptyReport(JsonObject value) {
            return value.has("profiles") && value.has("platform");
        }

        private static void control(JsonRecord row, Optional<HdfReport> report, ExportFile file, Rows rows) {
            if (report.isEmpty()) {
                rows.refuse(List.of(ImportCode.FIELD.at(
                        row.place(),
                        "the report breaks off, so that its profiles and its platform are not known",
                        "export it again, and see that the export ends")));
                return;
            }
            new HdfControl(row, report.get(), file).into(rows);
        }

        private static void attestation(JsonRecord row, ExportFile file, Rows rows) {
            Attestation attestation = new Attestation(row.value(), file.source());
            attestation
                    .fault(row.place())
                    .ifPresentOrElse(
                            issue -> rows.refuse(List.of(issue)),
                            () -> rows.take(
                                    List.of(attestation.evidence()),
                                    row.place(),
                                    row.slice().bytes(),
                                    row.slice().from(),
                                    row.slice().to()));
        }
    }
}
