package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.format.EvidenceFormat;
import dev.soc2.evidence.internal.csv.CsvTable;
import dev.soc2.evidence.internal.file.JsonlFile;
import dev.soc2.evidence.internal.formats.KnownFormats;
import dev.soc2.evidence.internal.intake.Handling;
import dev.soc2.evidence.internal.intake.Populations;
import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.evidence.internal.sheet.SheetChoice;
import dev.soc2.evidence.internal.sheet.SheetTable;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Nearest;
import dev.soc2.model.engagement.EvidenceDeclaration;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.ImportReceipt;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Runs the entries of an engagement file, after all of them were found to be sound. */
final class DeclaredImports {

    private static final List<String> OWN = List.of(CsvTable.IMPORTER, JsonlFile.IMPORTER, SheetTable.IMPORTER);

    private final EngagementFolder folder;
    private final Optional<ZoneId> zone;
    private final Optional<RedactionKey> key;
    private final Map<String, EvidenceFormat> formats = KnownFormats.byName();
    private final Faults faults = new Faults();

    private record Planned(FileImport importer, Path path, String origin) {}

    DeclaredImports(Path folder, Optional<ZoneId> zone, Optional<RedactionKey> key) {
        this.folder = new EngagementFolder(folder);
        this.zone = zone;
        this.key = key;
    }

    /** The names that an entry may have. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(formats.keySet());
        names.addAll(OWN);
        return names;
    }

    List<ImportReceipt> run(List<EvidenceDeclaration> declarations, EvidenceSink sink, ImportProgress progress) {
        List<Planned> plan = new ArrayList<>();
        declarations.forEach(declaration -> plan(declaration).ifPresent(plan::add));
        faults.throwIfAny(ImportException::new);
        EvidenceStore store = EvidenceStore.over(sink);
        Populations populations = new Populations();
        List<ImportReceipt> receipts = new ArrayList<>();
        store.inBatches(batch -> {
            try {
                for (Planned planned : plan) {
                    receipts.add(
                            planned.importer().run(batch, planned.path(), planned.origin(), populations, progress));
                }
            } catch (CancelledImportException e) {
                populations.records().forEach(batch::accept);
                receipts.addAll(e.receipts());
                throw new CancelledImportException(e.issues(), receipts);
            }
            populations.records().forEach(batch::accept);
        });
        return List.copyOf(receipts);
    }

    /** The importer of an entry, whatever its path. */
    EvidenceImporter importer(EvidenceDeclaration declaration) {
        Optional<FileImport> importer = importerOf(declaration);
        faults.throwIfAny(ImportException::new);
        return importer.orElseThrow(() -> new IllegalStateException("an entry without an importer has a fault"));
    }

    private Optional<Planned> plan(EvidenceDeclaration declaration) {
        Optional<Path> path = folder.resolve(declaration.path(), declaration.location(), faults);
        Optional<FileImport> importer = importerOf(declaration);
        if (path.isEmpty() || importer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Planned(importer.get(), path.get(), declaration.path()));
    }

    private Optional<FileImport> importerOf(EvidenceDeclaration declaration) {
        String name = declaration.format().toUpperCase(Locale.ROOT).replace('-', '_');
        if (!names().contains(name)) {
            faults.add(ImportCode.FORMAT.at(
                    declaration.location(),
                    "there is no importer for the format '" + DeclaredOptions.shown(name) + "'",
                    Nearest.to(name, names()).map(near -> "use " + near + "; ").orElse("") + "known are "
                            + String.join(", ", names())));
            return Optional.empty();
        }
        DeclaredOptions options = new DeclaredOptions(declaration, folder, faults);
        Optional<FileImport> importer =
                switch (name) {
                    case JsonlFile.IMPORTER -> jsonl(options);
                    case CsvTable.IMPORTER -> csv(options);
                    case SheetTable.IMPORTER -> xlsx(options);
                    default -> Optional.ofNullable(formats.get(name)).flatMap(format -> format(format, options));
                };
        options.finish();
        return importer;
    }

    private Optional<FileImport> format(EvidenceFormat format, DeclaredOptions options) {
        int before = faults.count();
        CommonOptions common = options.common(zone, key);
        return format.open(options)
                .filter(reader -> faults.count() == before)
                .map(reader -> new FormatImport(format, reader, common));
    }

    private Optional<FileImport> jsonl(DeclaredOptions options) {
        return Optional.of(new JsonlImport(new Handling(options.redaction(key), Optional.empty(), false)));
    }

    private Optional<FileImport> csv(DeclaredOptions options) {
        CommonOptions common = options.common(zone, key);
        return options.mapping().map(mapping -> TableImport.csv(mapping.rules(), common));
    }

    private Optional<FileImport> xlsx(DeclaredOptions options) {
        CommonOptions common = options.common(zone, key);
        SheetChoice sheet = options.sheet();
        return options.mapping().map(mapping -> TableImport.xlsx(mapping.rules(), sheet, common));
    }
}
