package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.format.ExportReading;
import dev.soc2.evidence.format.Rows;
import dev.soc2.evidence.internal.csv.CsvTable;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.evidence.internal.sheet.SheetChoice;
import dev.soc2.evidence.internal.sheet.SheetTable;
import dev.soc2.evidence.internal.table.TableRules;
import java.util.Set;
import java.util.function.Function;

/** Rows of tables, each made a record by a mapping. */
final class TableImport extends FileImport {

    private final String name;
    private final String mediaType;
    private final String query;
    private final Function<Rows, ExportReading> opened;
    private final TableRules rules;
    private final CommonOptions common;

    private TableImport(
            String name,
            Set<String> endings,
            String mediaType,
            String query,
            Function<Rows, ExportReading> opened,
            TableRules rules,
            CommonOptions common) {
        super(endings);
        this.name = name;
        this.mediaType = mediaType;
        this.query = query;
        this.opened = opened;
        this.rules = rules;
        this.common = common.orSource(rules.source());
    }

    static TableImport csv(TableRules rules, CommonOptions common) {
        return new TableImport(
                CsvTable.IMPORTER,
                Set.of(".csv", ".tsv"),
                CsvTable.MEDIA_TYPE,
                "CSV mapping sha256:" + rules.sha256(),
                rows -> new CsvTable(rules, rows),
                rules,
                common);
    }

    static TableImport xlsx(TableRules rules, SheetChoice sheet, CommonOptions common) {
        return new TableImport(
                SheetTable.IMPORTER,
                Set.of(".xlsx"),
                SheetTable.MEDIA_TYPE,
                "XLSX mapping sha256:" + rules.sha256() + sheet.inWords(),
                rows -> new SheetTable(rules, sheet, rows),
                rules,
                common);
    }

    @Override
    Intake begin(EvidenceStore store, String sourceOfPath) {
        return Intake.of(
                name, mediaType, store, common.extraction(sourceOfPath, query), rules.types(), common.handling());
    }

    @Override
    Reading reading(Intake intake, String sourceOfPath) {
        ExportReading reading = opened.apply(intake);
        String source = common.source().orElse(sourceOfPath);
        return (file, advanced) ->
                ReadExport.of(file, source, common.extractedAt(), advanced).read(reading);
    }
}
