package dev.soc2.evidence.importing;

import dev.soc2.evidence.internal.git.GitLogFormat;
import dev.soc2.evidence.internal.git.GitLogReader;
import dev.soc2.evidence.internal.intake.Handling;
import dev.soc2.evidence.internal.sheet.SheetChoice;
import dev.soc2.model.engagement.EvidenceDeclaration;
import dev.soc2.model.engagement.Identities;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.issue.Location;
import dev.soc2.model.issue.Soc2Exception;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The front door to importing: one importer for each kind of export, and all that an engagement file declares at once.
 *
 * <p>Importers are immutable. Besides the records, an import of CSV, XLSX or git history writes one {@code population} record
 * for each evidence type: what was asked, over which window, how many rows came, and the digest of their ids. Evidence
 * in its own form carries its own population records, so that none is added to it. Memory: one row at a time, and the
 * ids of the records, which the digest needs in order.
 */
public final class Importers {

    private Importers() {}

    /**
     * Evidence in its own form, JSON Lines.
     *
     * @return an importer
     */
    public static EvidenceImporter jsonl() {
        return new JsonlImport(Handling.NONE);
    }

    /**
     * Tables in CSV. The source is the mapping's, else the name of the file without its ending.
     *
     * @param mapping how a row becomes a record
     * @return an importer
     */
    public static EvidenceImporter csv(CsvMapping mapping) {
        return csv(mapping, Export.UNKNOWN);
    }

    /**
     * Tables in CSV, from an export about which something is known.
     *
     * @param mapping how a row becomes a record
     * @param export the time it covers and when it was made
     * @return an importer
     */
    public static EvidenceImporter csv(CsvMapping mapping, Export export) {
        return TableImport.csv(mapping.rules(), CommonOptions.of(export));
    }

    /**
     * Workbooks in XLSX that have one sheet. The source is the mapping's, else the name of the file without its ending.
     *
     * @param mapping how a row becomes a record; what it says of delimiter, quote and charset has no meaning here
     * @return an importer
     */
    public static EvidenceImporter xlsx(CsvMapping mapping) {
        return TableImport.xlsx(mapping.rules(), SheetChoice.ONLY, CommonOptions.of(Export.UNKNOWN));
    }

    /**
     * Workbooks in XLSX, from an export about which something is known.
     *
     * @param mapping how a row becomes a record; what it says of delimiter, quote and charset has no meaning here
     * @param sheet the name on the tab of the sheet that is read
     * @param export the time it covers and when it was made
     * @return an importer
     */
    public static EvidenceImporter xlsx(CsvMapping mapping, String sheet, Export export) {
        return TableImport.xlsx(mapping.rules(), SheetChoice.named(sheet), CommonOptions.of(export));
    }

    /**
     * Git history, as JSON Lines or as {@code git log} writes it, with the usual options.
     *
     * @param source the system that the records come from, which also names the repository
     * @return an importer
     */
    public static EvidenceImporter gitLog(String source) {
        return gitLog(GitLogOptions.of(source));
    }

    /**
     * Git history, as JSON Lines or as {@code git log} writes it.
     *
     * @param options how it is read
     * @return an importer
     */
    public static EvidenceImporter gitLog(GitLogOptions options) {
        return gitLog(options, Export.UNKNOWN);
    }

    /**
     * Git history, from an export about which something is known.
     *
     * @param options how it is read
     * @param export the time it covers and when it was made
     * @return an importer
     */
    public static EvidenceImporter gitLog(GitLogOptions options, Export export) {
        return new FormatImport(
                new GitLogFormat(),
                new GitLogReader(options.rules()),
                CommonOptions.of(export).orSource(Optional.of(options.source())));
    }

    /**
     * The importer of a format, with its usual options.
     *
     * @param format name of the format, such as {@code OCSF}; {@link #formats()} lists them
     * @return an importer
     * @throws ImportException if there is no such format, or if it wants options
     */
    public static EvidenceImporter of(String format) {
        return of(format, ImportOptions.NONE);
    }

    /**
     * The importer of a format.
     *
     * @param format name of the format, such as {@code OCSF}; {@link #formats()} lists them
     * @param options as an engagement file would state them; paths are relative to the working folder
     * @return an importer
     * @throws ImportException with every fault: no such format, an unknown option, a value that cannot be used
     */
    public static EvidenceImporter of(String format, ImportOptions options) {
        return new DeclaredImports(Path.of(""), Optional.empty(), options.redactionKey())
                .importer(new EvidenceDeclaration(format, ".", options.values(), Location.of("options of " + format)));
    }

    /**
     * The names of all formats: the built-in ones and those that an
     * {@link dev.soc2.evidence.spi.EvidenceFormatProvider} brings.
     *
     * @return the names, sorted
     */
    public static SortedSet<String> formats() {
        return Collections.unmodifiableSortedSet(
                new DeclaredImports(Path.of(""), Optional.empty(), Optional.empty()).names());
    }

    /**
     * Imports what an engagement file declares. Exports of one type from one source that cover overlapping times make
     * up one population.
     *
     * @param declarations the entries under {@code evidence}
     * @param folder the engagement folder, which no path leaves
     * @param sink takes the records
     * @return a receipt for each entry, in their order
     * @throws ImportException with every fault of the declarations; nothing was imported then
     * @throws Soc2Exception if a file cannot be read
     */
    public static List<ImportReceipt> importAll(
            List<EvidenceDeclaration> declarations, Path folder, EvidenceSink sink) {
        return importAll(declarations, folder, sink, ImportProgress.NONE);
    }

    /**
     * Imports what an engagement file declares, and tells how far it is.
     *
     * @param declarations the entries under {@code evidence}
     * @param folder the engagement folder, which no path leaves
     * @param sink takes the records
     * @param progress is told how far the import is
     * @return a receipt for each entry, in their order
     * @throws ImportException with every fault of the declarations; nothing was imported then
     * @throws Soc2Exception if a file cannot be read
     */
    public static List<ImportReceipt> importAll(
            List<EvidenceDeclaration> declarations, Path folder, EvidenceSink sink, ImportProgress progress) {
        return importAll(declarations, folder, ImportSettings.NONE.progress(progress), sink);
    }

    /**
     * Imports what an engagement file declares, with days of declared windows read in a zone. Without a zone such days
     * go into the population record as they stand, and all rows of the file count as rows of the window.
     *
     * @param declarations the entries under {@code evidence}
     * @param folder the engagement folder, which no path leaves
     * @param zone the engagement's zone
     * @param sink takes the records
     * @param progress is told how far the import is
     * @return a receipt for each entry, in their order
     * @throws ImportException with every fault of the declarations; nothing was imported then
     * @throws Soc2Exception if a file cannot be read
     */
    public static List<ImportReceipt> importAll(
            List<EvidenceDeclaration> declarations,
            Path folder,
            ZoneId zone,
            EvidenceSink sink,
            ImportProgress progress) {
        return importAll(declarations, folder, ImportSettings.NONE.zone(zone).progress(progress), sink);
    }

    /**
     * Imports what an engagement file declares, with all that its runner brings along.
     *
     * @param declarations the entries under {@code evidence}
     * @param folder the engagement folder, which no path leaves
     * @param settings zone, redaction key and listener
     * @param sink takes the records
     * @return a receipt for each entry, in their order
     * @throws ImportException with every fault of the declarations; nothing was imported then
     * @throws CancelledImportException if the listener cancels; what was accepted stays
     * @throws Soc2Exception if a file cannot be read
     */
    public static List<ImportReceipt> importAll(
            List<EvidenceDeclaration> declarations, Path folder, ImportSettings settings, EvidenceSink sink) {
        return new DeclaredImports(folder, settings.zone(), settings.redactionKey())
                .run(declarations, sink, settings.progress());
    }

    /**
     * Reads which accounts belong to which person: a CSV file with the columns {@code alias} and {@code person}. Other
     * columns are passed over.
     *
     * @param csv the file
     * @return the identities
     * @throws ImportException with every fault, such as one alias with two persons
     */
    public static Identities identities(Path csv) {
        return IdentitiesFile.read(csv);
    }

    /**
     * Reads which accounts belong to which person, for evidence that was redacted: each account is known by its name
     * and by its pseudonym, so that two accounts of one person stay one person.
     *
     * @param csv the file
     * @param key the key that the evidence was redacted with
     * @return the identities
     * @throws ImportException with every fault, such as one alias with two persons
     */
    public static Identities identities(Path csv, RedactionKey key) {
        Map<String, String> persons = new HashMap<>();
        identities(csv).personByAlias().forEach((alias, person) -> {
            persons.put(alias, person);
            persons.put(key.pseudonym(alias), person);
        });
        return new Identities(persons);
    }
}
