package dev.soc2.evidence.hostile;

import dev.soc2.evidence.EvidenceFiles;
import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.InMemoryEvidence;
import dev.soc2.evidence.importing.CsvMapping;
import dev.soc2.evidence.importing.EvidenceImporter;
import dev.soc2.evidence.importing.ImportOptions;
import dev.soc2.evidence.importing.Importers;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.file.ReadExport;
import dev.soc2.evidence.internal.intake.Extraction;
import dev.soc2.evidence.internal.intake.Handling;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.evidence.internal.intake.Populations;
import dev.soc2.evidence.internal.json.JsonExport;
import dev.soc2.evidence.internal.json.JsonRecord;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.document.CriteriaDocument;
import dev.soc2.model.document.EngagementFile;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceBuilder;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Soc2Exception;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The doors that the corpus knocks at. */
final class Doors {

    static final String MAPPING = "type: a.b\nid: ID\nsubject: ID\noccurredAt: When\nattributes: {n: Note}\n";

    private Doors() {}

    /** An importer by the name of its format. */
    static Door format(String format, ImportOptions options) {
        return path -> importing(Importers.of(format, options), path);
    }

    static Door jsonl() {
        return format("JSONL", ImportOptions.NONE);
    }

    static Door gitLog() {
        return format("GIT_LOG", ImportOptions.NONE);
    }

    static Door csv() {
        return csv(MAPPING);
    }

    static Door csv(String mapping) {
        return path -> importing(
                Importers.csv(CsvMapping.read("mapping.yaml", mapping.getBytes(StandardCharsets.UTF_8))), path);
    }

    static Outcome importing(EvidenceImporter importer, Path path) {
        InMemoryEvidence evidence = new InMemoryEvidence();
        try {
            return Outcome.of(evidence, importer.importInto(evidence, path));
        } catch (Soc2Exception e) {
            return Outcome.refused(evidence, e.issues());
        }
    }

    /** The reader of foreign JSON, as formats use it: rows under {@code Records}, each with an {@code id}. */
    static Door jsonRows() {
        return path -> {
            InMemoryEvidence evidence = new InMemoryEvidence();
            try {
                return Outcome.of(evidence, rows(path, evidence));
            } catch (Soc2Exception e) {
                return Outcome.refused(evidence, e.issues());
            }
        };
    }

    private static ImportReceipt rows(Path path, EvidenceStore store) {
        Extraction extraction = new Extraction("rows", "", Optional.empty(), Optional.empty());
        Intake intake =
                Intake.of("JSON_ROWS", "application/json", store, extraction, Set.of("test.row"), Handling.NONE);
        ReadExport export = ReadExport.of(
                new InputFile(path, path.getFileName().toString()), "rows", Optional.empty(), count -> {});
        intake.file(export.read(file -> {
            JsonExport json = new JsonExport(file, Set.of("Records"));
            json.outline();
            json.read(intake, row -> row(intake, row));
        }));
        return intake.end(path.getFileName().toString(), false, false, new Populations());
    }

    private static void row(Intake intake, JsonRecord row) {
        Optional<String> id = row.value().name("id");
        if (id.isEmpty()) {
            intake.refuse(List.of(ImportCode.FIELD.at(row.place(), "the row has no id", "export it with ids")));
            return;
        }
        EvidenceBuilder record =
                Evidence.of(id.get(), "test.row", id.get(), Instant.parse("2025-01-01T00:00:00Z"), "rows");
        row.value().attribute("v").ifPresent(value -> record.with("v", value));
        intake.take(
                List.of(record),
                row.place(),
                row.slice().bytes(),
                row.slice().from(),
                row.slice().to());
    }

    /** Evidence that is read from where it lies. */
    static Door files() {
        return path -> {
            InMemoryEvidence evidence = new InMemoryEvidence();
            try {
                EvidenceFiles files = EvidenceFiles.open(path);
                files.read(new EvidenceQuery(Map.of("a.b", Set.of("v")), Optional.empty()), evidence);
                return Outcome.of(evidence, files.receipts());
            } catch (Soc2Exception e) {
                return Outcome.refused(evidence, e.issues());
            }
        };
    }

    static Door mapping() {
        return document(CsvMapping::read);
    }

    static Door identities() {
        return document(Importers::identities);
    }

    static Door criteria() {
        return document(path -> CriteriaDocument.read(path));
    }

    /** The file is the engagement file of its folder. */
    static Door engagement() {
        return document(path -> EngagementFile.read(path.getParent()));
    }

    private interface Reader {
        Object read(Path path);
    }

    private static Door document(Reader reader) {
        return path -> {
            try {
                reader.read(path);
                return Outcome.accepted();
            } catch (Soc2Exception e) {
                return Outcome.refused(e.issues());
            }
        };
    }
}
