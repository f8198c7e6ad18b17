package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.internal.csv.CsvTable;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.evidence.internal.intake.Extraction;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.evidence.internal.intake.Window;
import dev.soc2.evidence.internal.table.TableRules;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Rows of tables, each made a record by a mapping. */
final class TableImport extends FileImport {

    private final TableRules rules;
    private final Optional<String> source;
    private final Optional<Window> window;
    private final Optional<Instant> extractedAt;

    TableImport(TableRules rules, Optional<String> source, Optional<Window> window, Optional<Instant> extractedAt) {
        super(CsvTable.IMPORTER, Set.of(".csv", ".tsv"));
        this.rules = rules;
        this.source = source.or(rules::source);
        this.window = window;
        this.extractedAt = extractedAt;
    }

    @Override
    Intake begin(EvidenceStore store, String sourceOfPath) {
        String query = "CSV mapping sha256:" + rules.sha256();
        return Intake.of(
                CsvTable.IMPORTER,
                CsvTable.MEDIA_TYPE,
                store,
                new Extraction(source.orElse(sourceOfPath), query, window, extractedAt),
                rules.types());
    }

    @Override
    Reading reading(Intake intake, String sourceOfPath) {
        ExportReading reading = new CsvTable(rules, intake);
        return (file, advanced) -> ReadExport.of(file, source.orElse(sourceOfPath), extractedAt, advanced)
                .read(reading);
    }
}
