package dev.soc2.evidence.importing;

import dev.soc2.evidence.EvidenceStore;
import dev.soc2.evidence.internal.file.FileTree;
import dev.soc2.evidence.internal.file.InputFile;
import dev.soc2.evidence.internal.intake.Intake;
import dev.soc2.evidence.internal.intake.Populations;
import dev.soc2.evidence.internal.intake.StoppedException;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** What the built-in importers have in common: files in order, rows into an intake, a receipt at the end. */
abstract class FileImport implements EvidenceImporter {

    private final Set<String> endings;

    /** Makes an importer with the endings of the files that it reads below a folder. */
    FileImport(Set<String> endings) {
        this.endings = Set.copyOf(endings);
    }

    /** Reads the files of one import. */
    @FunctionalInterface
    interface Reading {

        /** Reads one file; answers its SHA-256. */
        String read(InputFile file, LongConsumer advanced);

        /** The last file was read. */
        default void end() {}
    }

    /** Begins an import from a path, which lends its name to a source that has none. */
    abstract Intake begin(EvidenceStore store, String sourceOfPath);

    /** Begins to read files into an intake. */
    abstract Reading reading(Intake intake, String sourceOfPath);

    /** The files of the export; of a format without endings the path itself is the only one. */
    private List<InputFile> files(Path path, String origin) {
        return endings.isEmpty() ? List.of(new InputFile(path, origin)) : FileTree.of(path, origin, endings);
    }

    @Override
    public final ImportReceipt importInto(EvidenceSink sink, Path path, ImportProgress progress) {
        EvidenceStore store = EvidenceStore.over(sink);
        Populations populations = new Populations();
        String origin = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        List<ImportReceipt> receipts = new ArrayList<>();
        store.inBatches(batch -> {
            try {
                receipts.add(run(batch, path, origin, populations, progress));
            } catch (CancelledImportException e) {
                populations.records().forEach(batch::accept);
                throw e;
            }
            populations.records().forEach(batch::accept);
        });
        return receipts.get(0);
    }

    /**
     * Imports without writing population records yet.
     *
     * @throws CancelledImportException if the listener cancels the import; its receipt is in the exception
     */
    final ImportReceipt run(
            EvidenceStore store, Path path, String origin, Populations populations, ImportProgress progress) {
        String source = stem(path);
        Intake intake = begin(store, source);
        Reading reading = reading(intake, source);
        boolean isFolder = Files.isDirectory(path);
        try {
            for (InputFile file : files(path, origin)) {
                read(file, reading, intake, progress);
            }
            reading.end();
        } catch (StoppedException e) {
            throw new CancelledImportException(e.issues(), List.of(intake.end(origin, isFolder, true, populations)));
        }
        return intake.end(origin, isFolder, false, populations);
    }

    private static void read(InputFile file, Reading reading, Intake intake, ImportProgress progress) {
        String name = file.document();
        stopIfCancelled(name, progress);
        progress.started(name, size(file.path()));
        long rows = intake.rows();
        long rejected = intake.rejected();
        intake.afterEachBatch(() -> {
            progress.counted(name, intake.rows() - rows, intake.rejected() - rejected);
            stopIfCancelled(name, progress);
        });
        intake.file(reading.read(file, bytes -> {
            progress.advanced(name, bytes);
            stopIfCancelled(name, progress);
        }));
        progress.counted(name, intake.rows() - rows, intake.rejected() - rejected);
        progress.finished(name);
    }

    private static void stopIfCancelled(String file, ImportProgress progress) {
        if (progress.isCancelled()) {
            throw new StoppedException(file);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Reading the file will tell what is wrong with it.
            return 0;
        }
    }

    private static String stem(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return EngagementFolder.stem(last == null ? "" : last.toString());
    }
}
