package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.internal.csv.CsvFile;
import dev.soc2.evidence.internal.csv.CsvRules;
import dev.soc2.evidence.internal.intake.Extraction;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.evidence.internal.intake.Window;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Rows of CSV files, each made a record by a mapping. */
final class CsvImport extends FileImport {

    private final CsvRules rules;
    private final Optional<String> source;
    private final Optional<Window> window;
    private final Optional<Instant> extractedAt;

    CsvImport(CsvRules rules, Optional<String> source, Optional<Window> window, Optional<Instant> extractedAt) {
        super(CsvRules.IMPORTER, Set.of(".csv", ".tsv"));
        this.rules = rules;
        this.source = source.or(rules::source);
        this.window = window;
        this.extractedAt = extractedAt;
    }

    @Override
    Intake begin(EvidenceStore store, String sourceOfPath) {
        String query = "CSV mapping sha256:" + rules.sha256();
        return Intake.of(
                CsvRules.IMPORTER,
                CsvRules.MEDIA_TYPE,
                store,
                new Extraction(source.orElse(sourceOfPath), query, window, extractedAt),
                rules.types());
    }

    @Override
    Reading reading(Intake intake, String sourceOfPath) {
        return (file, advanced) -> new CsvFile(file, rules, source.orElse(sourceOfPath)).read(advanced, intake);
    }
}
